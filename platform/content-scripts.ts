import { browser } from 'wxt/browser';
import { hostOfScriptId, originOf, type PageFiles, scriptIdOf } from '../core/sites/registration-plan.ts';
import { askPage } from './active-tab.ts';
import { removeOrigins, requestOrigins } from './permissions.ts';

/** What the build knows as its own scripts; the manifest names no other. */
type Scripts = NonNullable<Parameters<typeof browser.scripting.executeScript>[0]['files']>;

/** Match patterns of the sites that the manifest lists. */
export const listedSites = (): readonly string[] =>
  browser.runtime.getManifest().content_scripts?.[0]?.matches ?? [];

/** Match patterns of the hosts that the background asks for prices by right of the manifest. */
export const sourceSites = (): readonly string[] => browser.runtime.getManifest().host_permissions ?? [];

/** What the manifest puts onto a listed site goes onto an added one too. */
export function pageFiles(): PageFiles {
  const [listed] = browser.runtime.getManifest().content_scripts ?? [];
  return { js: listed?.js?.map(fileOf) ?? [], css: listed?.css?.map(fileOf) ?? [] };
}

/** Match patterns of all hosts the browser gives access to now. */
export const heldSites = async (): Promise<readonly string[]> =>
  (await browser.permissions.getAll()).origins ?? [];

const WISH = 'wished-site';

/**
 * Asks the reader for access to one host, and no other. Must be called while a click is being handled, before anything is
 * waited for. The question may close the popup that asked it, so the wish is noted for `wishedSite`.
 */
export function requestSite(host: string): Promise<boolean> {
  void browser.storage.session.set({ [WISH]: host });
  return requestOrigins([originOf(host)]);
}

/** The host that was asked for last, if it is among the origins to which access was just given; access is given for other ends too. */
export async function requestedSite(origins: readonly string[]): Promise<string | null> {
  const host = (await browser.storage.session.get(WISH))[WISH];
  return typeof host === 'string' && origins.includes(originOf(host)) ? host : null;
}

/** Gives access to hosts back. */
export const giveUpSites = (hosts: readonly string[]): Promise<void> => removeOrigins(hosts.map(originOf));

/** What is registered for added sites, by host. */
export async function registeredSites(): Promise<ReadonlyMap<string, PageFiles>> {
  const scripts = await browser.scripting.getRegisteredContentScripts();
  return new Map(
    scripts.flatMap(({ id, js = [], css = [] }): [string, PageFiles][] => {
      const host = hostOfScriptId(id);
      return host ? [[host, { js: js.map(fileOf), css: css.map(fileOf) }]] : [];
    }),
  );
}

// Chromium gives paths as they were written, Firefox those of the manifest as addresses, which it does not take back.
const fileOf = (path: string): string => path.replace(/^[a-z-]+:\/\/[^/]+\//, '').replace(/^\//, '');

/** From now on, and over restarts, the panel's script runs on these hosts. */
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
 * Puts the panel onto the open pages of a host, so that nobody has to load them anew. Pages on their way are left out: what is
 * registered reaches them by itself. Where the script answers, it is there already.
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
