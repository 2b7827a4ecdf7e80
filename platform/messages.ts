import { browser } from 'wxt/browser';
import { parseMessage } from '../core/storage/message-schema.ts';
import type { CommandAnswer, CommandName, Message } from '../core/storage/messages.ts';

/** The page that sent a command; null for extension pages (popup, options). */
type SenderTab = { readonly id: number; readonly url: string } | null;

/** A handler for each command; it resolves to the response. */
export type CommandHandlers = {
  readonly [K in CommandName]: (message: Message<K>, tab: SenderTab) => Promise<CommandAnswer<K>>;
};

const carryOut = <K extends CommandName>(
  handlers: CommandHandlers,
  message: Message<K>,
  tab: SenderTab,
): Promise<CommandAnswer<K>> => handlers[message.type](message, tab);

/**
 * Receives commands: only those of this extension, and only known ones. Pages cannot send any (nothing is externally
 * connectable). Register synchronously at the start of the background.
 */
export function onCommand(handlers: CommandHandlers): void {
  browser.runtime.onMessage.addListener(
    (raw: unknown, sender: { id?: string; tab?: { id?: number | undefined }; url?: string }) => {
      const message = sender.id === browser.runtime.id ? parseMessage(raw) : null;
      const { tab, url = '' } = sender;
      return message
        ? carryOut(handlers, message, tab?.id === undefined ? null : { id: tab.id, url })
        : undefined;
    },
  );
}

/** Sends a command from an extension page. Resolves to the response. */
export function sendCommand<K extends CommandName>(message: Message<K>): Promise<CommandAnswer<K>> {
  return browser.runtime.sendMessage(message);
}

/** Opens the options page. */
export const openOptions = (): Promise<void> => browser.runtime.openOptionsPage();
