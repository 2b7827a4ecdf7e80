import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { siteOfHost } from '../../core/sites/site-state.ts';
import { startOverlay } from './controller.ts';

// Not a WXT content script: those announce the extension to the page, and a page can end them (see ARCHITECTURE.md).
export default defineUnlistedScript(() => {
  // Not on a bare image, a PDF or a feed.
  if (/html/.test(document.contentType)) startOverlay(siteOfHost(location.hostname, __SITE_FAMILIES__));
});
