export { type Chromium, type ChromiumOptions, launchChromium, QUIET_FLAGS } from './chromium.ts';
export { findBrowser } from './find-browser.ts';
export { type Firefox, launchFirefox } from './firefox.ts';
