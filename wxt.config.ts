import { defineConfig } from 'wxt';
import { leanScript } from './build/lean-script.ts';
import { localeFiles } from './build/locale-files.ts';
import { stripPreactHtml } from './build/strip-preact-html.ts';
import { patternOf } from './core/sites/custom-urls.ts';
import { matchesOf, siteFamilies } from './core/sites/site.ts';
import { sourceTable } from './core/sources/source-info.ts';
import { FX_SOURCES } from './fx/index.ts';
import { MANIFEST } from './locales/index.ts';
import { PROVIDERS } from './providers/index.ts';
import { SITES } from './sites/index.ts';

// Derived from the registries: the hosts that the background may request, and the sites that the panel runs on.
const hostPermissions = [...PROVIDERS, ...FX_SOURCES].flatMap(({ origins }) => origins.map(patternOf));
const matches = SITES.flatMap(matchesOf);

// Names must match platform/commands.ts, which handles them.
const COMMANDS = {
  'toggle-panel': { suggested_key: { default: 'Alt+Shift+K' }, description: '__MSG_commandToggle__' },
  'next-mention': { suggested_key: { default: 'Alt+Shift+N' }, description: '__MSG_commandNext__' },
  'previous-mention': { suggested_key: { default: 'Alt+Shift+P' }, description: '__MSG_commandPrevious__' },
};

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  outDir: '.output',
  zip: { excludeSources: ['.artifacts/**'] },
  hooks: {
    'build:publicAssets': (_wxt, files) => void files.push(...localeFiles(Object.values(MANIFEST))),
  },
  vite: ({ mode }) => ({
    plugins: [stripPreactHtml(), leanScript()],
    define: {
      __SITE_FAMILIES__: JSON.stringify(siteFamilies(SITES)),
      __SOURCES__: JSON.stringify(sourceTable([...PROVIDERS, ...FX_SOURCES])),
    },
    build: {
      // Readable code for debugging (npm run dev).
      minify: mode !== 'development',
      target: ['chrome120', 'firefox140'],
      modulePreload: false,
    },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: MANIFEST.en.locale,
    permissions: ['alarms', 'storage', 'scripting', 'activeTab', 'contextMenus', 'idle'],
    host_permissions: [...new Set(hostPermissions)],
    // Requested for one host at a time, when the user adds that site; not granted at install.
    optional_host_permissions: ['https://*/*'],
    commands: COMMANDS,
    // Not a WXT content script: that would reveal its id to the page and let the page unmount it. See ARCHITECTURE.md.
    content_scripts: [{ matches, js: ['overlay.js'], css: ['assets/mention.css'], run_at: 'document_idle' }],
    action: { default_title: '__MSG_name__' },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'tickside@tickside.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '120' }),
  }),
});
