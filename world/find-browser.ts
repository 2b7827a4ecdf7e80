import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export type BrowserKind = 'chromium' | 'firefox';

const CJK_FONTS = 'fonts-noto-cjk';
const PACKAGES = ['chromium', 'firefox-esr', CJK_FONTS];

const LOCATIONS: Record<BrowserKind, { variable: string; names: string[]; paths: string[] }> = {
  chromium: {
    variable: 'CHROME_PATH',
    // Chromium before Chrome: branded builds no longer load unpacked extensions from the command line.
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe'],
    paths: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      join(process.env.PROGRAMFILES ?? 'C:', 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(process.env.LOCALAPPDATA ?? 'C:', 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(process.env.LOCALAPPDATA ?? 'C:', 'Chromium', 'Application', 'chrome.exe'),
    ],
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    names: ['firefox-esr', 'firefox', 'firefox.exe'],
    paths: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      join(process.env.PROGRAMFILES ?? 'C:', 'Mozilla Firefox', 'firefox.exe'),
    ],
  },
};

/** Returns the path of an installed browser. Installs one on Debian-like systems if running as root. */
export function findBrowser(kind: BrowserKind): string {
  const { variable, names, paths } = LOCATIONS[kind];
  const chosen = process.env[variable];
  if (chosen) {
    if (isExecutable(chosen)) return chosen;
    throw new Error(`${variable} is ${chosen}, which is not an executable file.`);
  }
  const found = search(names, paths);
  if (found) {
    ensureCjkFont();
    return found;
  }
  if (!canInstall()) {
    throw new Error(`No ${kind} found: install ${names[0]}, or set ${variable} to the path of one.`);
  }
  install(PACKAGES, `no ${kind} here`);
  const installed = search(names, paths);
  if (!installed)
    throw new Error(`No ${kind} found even after apt-get install: set ${variable} to the path of one.`);
  return installed;
}

function search(names: string[], paths: string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...candidates, ...paths].find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const canInstall = (): boolean => existsSync('/etc/debian_version') && process.getuid?.() === 0;

function install(packages: string[], reason: string): void {
  process.stderr.write(`${reason}: apt-get install ${packages.join(' ')}\n`);
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  const run = (args: string[]) =>
    execFileSync('apt-get', args, options as Parameters<typeof execFileSync>[2]);
  run(['-q', 'update']);
  run(['-q', 'install', '-y', '--no-install-recommends', ...packages]);
}

/** Without a CJK font, Chinese text is shown as empty boxes on screenshots. */
function ensureCjkFont(): void {
  if (!canInstall() || hasCjkFont()) return;
  try {
    install([CJK_FONTS], 'no Chinese font here');
  } catch {
    process.stderr.write(`Chinese text may be shown as boxes: ${CJK_FONTS} could not be installed.\n`);
  }
}

function hasCjkFont(): boolean {
  if (existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc')) return true;
  try {
    return execFileSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).trim() !== '';
  } catch {
    return false;
  }
}
