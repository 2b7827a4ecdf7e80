import { browser } from 'wxt/browser';
import { type Message, parseMessage } from '../core/storage/messages.ts';

/** The page a command came from; null for our own pages (popup, options). */
export type SenderTab = { readonly id: number; readonly url: string } | null;

/**
 * Receives commands. The gate: only our own extension, only the known commands; a page cannot reach this at all
 * (nothing is externally connectable). Register synchronously at the start of the background.
 * @param handle what it resolves to is the answer
 */
export function onCommand(handle: (message: Message, tab: SenderTab) => Promise<unknown>): void {
  browser.runtime.onMessage.addListener(
    (raw: unknown, sender: { id?: string; tab?: { id?: number | undefined }; url?: string }) => {
      const message = sender.id === browser.runtime.id ? parseMessage(raw) : null;
      const { tab, url = '' } = sender;
      return message ? handle(message, tab?.id === undefined ? null : { id: tab.id, url }) : undefined;
    },
  );
}

/** Sends a command from an extension page; resolves to its answer when it has been carried out. */
export function sendCommand(message: Message): Promise<unknown> {
  return browser.runtime.sendMessage(message);
}

/** Opens the options page. */
export const openOptions = (): Promise<void> => browser.runtime.openOptionsPage();
