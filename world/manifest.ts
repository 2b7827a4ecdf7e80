import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The part of a built manifest that the launchers use. */
export interface BuiltManifest {
  action?: { default_popup?: string };
  browser_specific_settings?: { gecko?: { id?: string } };
}

export function readManifest(extensionDir: string): BuiltManifest {
  return JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8')) as BuiltManifest;
}
