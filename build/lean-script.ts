import { minify } from 'terser';
import type { Plugin } from 'vite';

const ENTRY = /virtual:wxt-unlisted-script-entrypoint\?/;
const FILE = 'overlay.js';

/**
 * Chromium (from 136) then compiles all functions with the script. Nearly all of them run on every page; one by one, each when it
 * is first called, they cost three times as much. A comment like any other elsewhere.
 */
const EAGER = '//# allFunctionsCalledOnLoad';

/** Custom properties of its style sheets. */
const COLOURS = ['bg', 'muted', 'line', 'band', 'accent', 'red', 'green', 'warn', 'up', 'down'];

/**
 * Makes the script that every news page pays for smaller than a minifier dares to: WXT's frame around it goes (it only words
 * errors of development), and local names become short. Property names stay as they are: a list of those that may be shortened
 * cannot be kept apart from names of the DOM by hand.
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
  // One keyword for all declarations: the minifier can then join them.
  const joined = await minified(short.replaceAll(/\bconst\b/g, 'let'));
  return `${EAGER}\n${joined}`;
}

/** What no script of a page can have changed, the browser's own, is taken to be as it was. */
async function minified(script: string): Promise<string> {
  const compress = {
    passes: 4,
    ecma: 2020,
    inline: 1,
    unsafe: true,
    unsafe_arrows: true,
  } as const;
  const { code } = await minify(script, { compress, mangle: true });
  if (!code) throw new Error('nothing is left of the page-facing script');
  return code;
}
