import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the launchers need to know of a built extension. */
export interface BuiltManifest {
  action?: { default_popup?: string };
  browser_specific_settings?: { gecko?: { id?: string } };
}

export function readManifest(extensionDir: string): BuiltManifest {
  return JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8')) as BuiltManifest;
}
