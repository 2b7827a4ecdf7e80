import type { Plugin } from 'vite';

const PREACT = /\/node_modules\/preact\/dist\/preact\.mjs$/;

/**
 * In Preact's minified element diff: `html ? (… || (dom.innerHTML = html.__html), node.__k = []) : (children …)`.
 * Everything up to the colon is removed, so that the children are always rendered.
 */
const BRANCH =
  /(\w+)\?\(\w+\|\|\w+&&\(\1\.__html==\w+\.__html\|\|\1\.__html==(\w+)\.innerHTML\)\|\|\(\2\.innerHTML=\1\.__html\),\w+\.__k=\[\]\):(?=\()/g;

/**
 * Removes `dangerouslySetInnerHTML` from Preact. Nothing here uses it, and without it the extension has no assignment
 * to `innerHTML`, which addons.mozilla.org warns about. The build fails if Preact's code has changed (update the
 * pattern, or delete this file) or if such an assignment gets in any other way.
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
