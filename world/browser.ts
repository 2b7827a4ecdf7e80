export { type Chromium, type ChromiumOptions, launchChromium } from './chromium.ts';
export { findBrowser } from './find-browser.ts';
export { type Firefox, launchFirefox } from './firefox.ts';
