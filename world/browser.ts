export { type Chromium, type ChromiumOptions, launchChromium } from './chromium.ts';
export { type BrowserKind, findBrowser } from './find-browser.ts';
export { type Firefox, type FirefoxOptions, launchFirefox } from './firefox.ts';
