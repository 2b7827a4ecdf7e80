import { browser } from 'wxt/browser';
import { hostOfScriptId, originOf, type PageFiles, scriptIdOf } from '../core/sites/registration-plan.ts';
import { askPage } from './active-tab.ts';
import { removeOrigins, requestOrigins } from './permissions.ts';

/** The paths of the build's own scripts; the manifest has no others. */
type Scripts = NonNullable<Parameters<typeof browser.scripting.executeScript>[0]['files']>;

/** Returns the match patterns of the sites in the manifest. */
export const listedSites = (): readonly string[] =>
  browser.runtime.getManifest().content_scripts?.[0]?.matches ?? [];

/** Returns the match patterns of the price hosts in the manifest. */
export const sourceSites = (): readonly string[] => browser.runtime.getManifest().host_permissions ?? [];

/** Returns the files that the manifest injects into listed sites. Added sites get the same. */
export function pageFiles(): PageFiles {
  const [listed] = browser.runtime.getManifest().content_scripts ?? [];
  return { js: listed?.js?.map(fileOf) ?? [], css: listed?.css?.map(fileOf) ?? [] };
}

/** Returns the match patterns of all granted hosts. */
export const heldSites = async (): Promise<readonly string[]> =>
  (await browser.permissions.getAll()).origins ?? [];

const REQUESTED_SITE_KEY = 'wished-site';

/**
 * Requests permission for one host. Must be called in a click handler, before any `await`. The browser's prompt may close the
 * popup that called this, so the host is stored for `requestedSite`.
 */
export function requestSite(host: string): Promise<boolean> {
  void browser.storage.session.set({ [REQUESTED_SITE_KEY]: host });
  return requestOrigins([originOf(host)]);
}

/** Returns the last requested host if it is among the granted origins; permissions are granted for other purposes too. */
export async function requestedSite(origins: readonly string[]): Promise<string | null> {
  const host = (await browser.storage.session.get(REQUESTED_SITE_KEY))[REQUESTED_SITE_KEY];
  return typeof host === 'string' && origins.includes(originOf(host)) ? host : null;
}

/** Removes the permissions for hosts. */
export const giveUpSites = (hosts: readonly string[]): Promise<void> => removeOrigins(hosts.map(originOf));

/** Returns the scripts that are registered for added sites, by host. */
export async function registeredSites(): Promise<ReadonlyMap<string, PageFiles>> {
  const scripts = await browser.scripting.getRegisteredContentScripts();
  return new Map(
    scripts.flatMap(({ id, js = [], css = [] }): [string, PageFiles][] => {
      const host = hostOfScriptId(id);
      return host ? [[host, { js: js.map(fileOf), css: css.map(fileOf) }]] : [];
    }),
  );
}

// Chromium returns paths unchanged; Firefox returns those of the manifest as URLs, which it does not accept itself.
const fileOf = (path: string): string => path.replace(/^[a-z-]+:\/\/[^/]+\//, '').replace(/^\//, '');

/** Registers the panel's script for these hosts, persistently across restarts. */
export async function registerSites(hosts: readonly string[], { js, css }: PageFiles): Promise<void> {
  await browser.scripting.registerContentScripts(
    hosts.map((host) => ({
      id: scriptIdOf(host),
      matches: [originOf(host)],
      js: [...js],
      ...(css.length > 0 && { css: [...css] }),
      runAt: 'document_idle' as const,
      persistAcrossSessions: true,
    })),
  );
}

export async function unregisterSites(hosts: readonly string[]): Promise<void> {
  await browser.scripting.unregisterContentScripts({ ids: hosts.map(scriptIdOf) });
}

/**
 * Injects the panel into the open pages of a host, so that they need no reload. Pages that are still loading are skipped: the
 * registered script runs there anyway. So are pages where the script already responds.
 */
export async function injectSite(host: string, { js, css }: PageFiles): Promise<void> {
  const tabs = await browser.tabs.query({ url: originOf(host), status: 'complete' });
  await Promise.all(
    tabs.map(async ({ id: tabId }) => {
      if (tabId === undefined || (await askPage(tabId, { type: 'report' })) !== undefined) return;
      const target = { tabId };
      if (css.length > 0) await browser.scripting.insertCSS({ target, files: [...css] });
      await browser.scripting.executeScript({ target, files: [...js] as Scripts });
    }),
  );
}
