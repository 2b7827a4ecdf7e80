import { type MangleOptions, minify } from 'terser';
import type { Plugin } from 'vite';

const ENTRY = /virtual:wxt-unlisted-script-entrypoint\?/;
const FILE = 'overlay.js';

/**
 * Names that the parts of the page-facing script use among themselves. None of them may be the name of anything that is stored,
 * sent, or the browser's own: those are known by name elsewhere.
 */
const INNER =
  /^(element|update|draw|isMounted|askPasts|isDue|stale|price|disputedBy|tag|host|range|hide|isOurs|isEvicted|placeNote|follow|covers|expanded|allMentioned|busy|leaving|away|tucked|direction|sinceDirection|told|symbol|room|dark|hasPrices|periodMs|online|around|skin|mentioned|showMentioned|foldDisclaimer|spots|reading|lines|board|reference|focused|filled|scrolled|rested|removed|moved|box|card|change|arrive|point|tick|look|render|back|state|short|own|main|show|clear)$/;

/**
 * Chromium (from 136) then compiles all functions with the script. Nearly all of them run on every page; one by one, each when it
 * is first called, they cost three times as much. A comment like any other elsewhere.
 */
const EAGER = '//# allFunctionsCalledOnLoad';

/** Custom properties of its style sheets. */
const COLOURS = ['bg', 'muted', 'line', 'band', 'accent', 'red', 'green', 'warn', 'up', 'down'];

/**
 * Makes the script that every news page pays for smaller than a minifier dares to: WXT's frame around it goes (it only words
 * errors of development), and inner names become short.
 */
export function leanScript(): Plugin {
  return {
    name: 'tickside:lean-script',
    apply: (_config, { command, mode }) => command === 'build' && mode === 'production',
    transform(code, id) {
      if (!ENTRY.test(id)) return null;
      const definition = /^import definition from .*$/m.exec(code)?.[0];
      if (!definition) this.error('the frame of an unlisted script no longer looks as it did');
      return { code: `${definition}\nexport default definition.main();`, map: null };
    },
    generateBundle: {
      // After everything else that works on the text.
      order: 'post',
      async handler(_options, bundle) {
        const script = bundle[FILE];
        if (script?.type === 'chunk') script.code = await lean(script.code);
      },
    },
  };
}

/** The script in fewer words. */
async function lean(script: string): Promise<string> {
  const short = COLOURS.reduce(
    (text, name, index) => text.replaceAll(`--${name}`, `--${'abcdefghij'.charAt(index)}`),
    script,
  );
  const named = await minified(short, { properties: { regex: INNER, builtins: true } });
  // One word for all declarations: a minifier joins them.
  const joined = await minified(named.replaceAll(/\bconst\b/g, 'let'), true);
  return `${EAGER}\n${joined}`;
}

/** What no script of a page can have changed, the browser's own, is taken to be as it was. */
async function minified(script: string, mangle: true | MangleOptions): Promise<string> {
  const compress = {
    passes: 4,
    ecma: 2020,
    inline: 1,
    unsafe: true,
    unsafe_arrows: true,
  } as const;
  const { code } = await minify(script, { compress, mangle });
  if (!code) throw new Error('nothing is left of the page-facing script');
  return code;
}
