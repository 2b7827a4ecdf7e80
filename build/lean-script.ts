import { minify } from 'terser';
import type { Plugin } from 'vite';

const ENTRY = /virtual:wxt-unlisted-script-entrypoint\?/;
const FILE = 'overlay.js';

/**
 * Makes Chromium (136 and later) compile all functions together with the script. Almost all of them run on every page,
 * and compiling each one on its first call costs three times as much. In other browsers it is an ordinary comment.
 */
const EAGER = '//# allFunctionsCalledOnLoad';

/** Custom properties of the script's style sheets. */
const COLOR_PROPERTIES = ['bg', 'muted', 'line', 'band', 'accent', 'red', 'green', 'warn', 'up', 'down'];

/**
 * Shrinks the script that runs on every news page more than a minifier would: removes WXT's wrapper (it only formats
 * errors during development) and shortens local names. Property names are kept, because they cannot be reliably distinguished
 * from DOM names.
 */
export function leanScript(): Plugin {
  return {
    name: 'tickside:lean-script',
    apply: (_config, { command, mode }) => command === 'build' && mode === 'production',
    transform(code, id) {
      if (!ENTRY.test(id)) return null;
      const definition = /^import definition from .*$/m.exec(code)?.[0];
      if (!definition) this.error('the wrapper of an unlisted script has changed');
      return { code: `${definition}\nexport default definition.main();`, map: null };
    },
    generateBundle: {
      // After all other plugins that change the code.
      order: 'post',
      async handler(_options, bundle) {
        const script = bundle[FILE];
        if (script?.type === 'chunk') script.code = await lean(script.code);
      },
    },
  };
}

/** Returns the minified script. */
async function lean(script: string): Promise<string> {
  const short = COLOR_PROPERTIES.reduce(
    (text, name, index) => text.replaceAll(`--${name}`, `--${'abcdefghij'.charAt(index)}`),
    script,
  );
  // One keyword for all declarations, so that the minifier can join them.
  const joined = await minified(short.replaceAll(/\bconst\b/g, 'let'));
  return `${EAGER}\n${joined}`;
}

/** The unsafe options assume unmodified built-ins; page scripts cannot change them in the isolated world. */
async function minified(script: string): Promise<string> {
  const compress = {
    passes: 4,
    ecma: 2020,
    inline: 1,
    unsafe: true,
    unsafe_arrows: true,
  } as const;
  const { code } = await minify(script, { compress, mangle: true });
  if (!code) throw new Error('the minified page-facing script is empty');
  return code;
}
