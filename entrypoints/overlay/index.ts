import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { siteOfHost } from '../../core/site-state.ts';
import { readStored } from '../../platform/overlay-bridge.ts';
import { OverlaySession } from './session.ts';

// Not a WXT content script: those announce the extension to the page, and a page can end them (see ARCHITECTURE.md).
export default defineUnlistedScript(async () => {
  const optedOut = document.querySelector('meta[name="tickside" i][content="off" i]');
  const isPage = document.contentType === 'text/html' || document.contentType === 'application/xhtml+xml';
  if (!isPage || optedOut) return;
  const site = siteOfHost(location.hostname);
  new OverlaySession(site, await readStored(site)).start();
});
