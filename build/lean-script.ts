import { minify } from 'terser';
import type { Plugin } from 'vite';

const ENTRY = /virtual:wxt-unlisted-script-entrypoint\?/;
const FILE = 'overlay.js';

/**
 * Names that the parts of the page-facing script use among themselves. None of them may be the name of anything that is stored,
 * sent, or the browser's own: those are known by name elsewhere.
 */
const INNER =
  /^(element|update|draw|isMounted|askPasts|isDue|stale|price|disputedBy|tag|host|range|hide|isOurs|isEvicted|placeNote|follow|covers|expanded|allMentioned|busy|leaving|away|tucked|direction|sinceDirection|told|symbol|room|dark|hasPrices|periodMs|online|around|skin|mentioned|showMentioned|foldDisclaimer|spots|reading|lines|board|reference|focused|filled|scrolled|moved|box|card|change|arrive|point|tick|look|render|back|state|short|own|main|show|clear)$/;

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
    async renderChunk(code, { fileName }) {
      if (fileName !== FILE) return null;
      const short = COLOURS.reduce(
        (text, name, index) => text.replaceAll(`--${name}`, `--${'abcdefghij'.charAt(index)}`),
        code,
      );
      const { code: named = '' } = await minify(short, {
        compress: {
          passes: 2,
          ecma: 2020,
          unsafe_arrows: true,
          inline: 1,
          reduce_funcs: false,
          sequences: 50,
        },
        mangle: { keep_classnames: true, keep_fnames: true, properties: { regex: INNER, builtins: true } },
      });
      return { code: named, map: null };
    },
  };
}
