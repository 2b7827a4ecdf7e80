import type { Plugin } from 'vite';

const PREACT = /\/node_modules\/preact\/dist\/preact\.mjs$/;

/**
 * In Preact's element diff, minified: `html ? (… || (dom.innerHTML = html.__html), node.__k = []) : (children …)`.
 * What is cut is everything up to the colon, so that the children are drawn in any case.
 */
const BRANCH =
  /(\w+)\?\(\w+\|\|\w+&&\(\1\.__html==\w+\.__html\|\|\1\.__html==(\w+)\.innerHTML\)\|\|\(\2\.innerHTML=\1\.__html\),\w+\.__k=\[\]\):(?=\()/g;

/**
 * Takes `dangerouslySetInnerHTML` out of Preact: nothing here uses it, and without it no page of the extension holds an
 * assignment to `innerHTML`, which is what addons.mozilla.org warns about. The build fails when Preact no longer looks as it
 * did (write the new pattern, or drop this file), and when such an assignment comes in by any other way.
 */
export function stripPreactHtml(): Plugin {
  return {
    name: 'tickside:strip-preact-html',
    apply: (_config, { command, mode }) => command === 'build' && mode === 'production',
    transform(code, id) {
      if (!PREACT.test(id)) return null;
      const found = code.match(BRANCH)?.length ?? 0;
      if (found !== 1) this.error(`expected one innerHTML branch in ${id}, found ${found}`);
      return { code: code.replace(BRANCH, ''), map: null };
    },
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk' && file.code.includes('innerHTML')) {
          this.error(`${file.fileName} contains innerHTML`);
        }
      }
    },
  };
}
