import * as v from 'valibot';
import config from '../../wxt.config.ts';
import type { Stated } from './facts.ts';

type Browser = 'chrome' | 'firefox';

const MANIFEST = v.object({
  minimum_chrome_version: v.optional(v.string()),
  browser_specific_settings: v.optional(v.object({ gecko: v.object({ strict_min_version: v.string() }) })),
  commands: v.record(v.string(), v.object({ suggested_key: v.object({ default: v.string() }) })),
});
const PACKAGE = v.object({ engines: v.object({ node: v.pipe(v.string(), v.regex(/^>=\d+$/)) }) });

const manifestFor = async (browser: Browser): Promise<v.InferOutput<typeof MANIFEST>> => {
  const { manifest } = config;
  const env = { browser, mode: 'production', command: 'build', manifestVersion: 3 } as const;
  return v.parse(MANIFEST, await (typeof manifest === 'function' ? manifest(env) : manifest));
};

/** Reads facts from the manifests and package.json. Throws if one is missing. */
export async function statedBy(sites: number, packageJson: string): Promise<Stated> {
  const [chrome, firefox] = [await manifestFor('chrome'), await manifestFor('firefox')];
  return {
    sites,
    chrome: v.parse(v.string(), chrome.minimum_chrome_version),
    firefox: v
      .parse(v.string(), firefox.browser_specific_settings?.gecko.strict_min_version)
      .replace(/\.0$/, ''),
    node: v.parse(PACKAGE, JSON.parse(packageJson)).engines.node.slice(2),
    shortcuts: Object.fromEntries(
      Object.entries(chrome.commands).map(([name, { suggested_key }]) => [name, suggested_key.default]),
    ),
  };
}
