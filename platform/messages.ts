import { browser } from 'wxt/browser';
import { type Message, parseMessage } from '../core/message.ts';

/**
 * Receives commands. The gate: only our own extension, only the two known commands; a page cannot reach this at all
 * (nothing is externally connectable). Register synchronously at the start of the background.
 */
export function onCommand(handle: (message: Message) => Promise<void>): void {
  browser.runtime.onMessage.addListener((raw: unknown, sender: { id?: string }) => {
    const message = sender.id === browser.runtime.id ? parseMessage(raw) : null;
    return message ? handle(message) : undefined;
  });
}

/** Sends a command from an extension page; resolves when it has been carried out. */
export async function sendCommand(message: Message): Promise<void> {
  await browser.runtime.sendMessage(message);
}

/** Opens the options page. */
export const openOptions = (): Promise<void> => browser.runtime.openOptionsPage();
