import { browser } from 'wxt/browser';
import { parseMessage } from '../core/storage/message-schema.ts';
import type { CommandAnswer, CommandName, Message } from '../core/storage/messages.ts';

/** The page a command came from; null for our own pages (popup, options). */
type SenderTab = { readonly id: number; readonly url: string } | null;

/** For each command, what carries it out; what that resolves to is the answer. */
export type CommandHandlers = {
  readonly [K in CommandName]: (message: Message<K>, tab: SenderTab) => Promise<CommandAnswer<K>>;
};

const carryOut = <K extends CommandName>(
  handlers: CommandHandlers,
  message: Message<K>,
  tab: SenderTab,
): Promise<CommandAnswer<K>> => handlers[message.type](message, tab);

/**
 * Receives commands. The gate: only our own extension, only the known commands; a page cannot reach this at all
 * (nothing is externally connectable). Register synchronously at the start of the background.
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

/** Sends a command from an extension page; resolves to its answer when it has been carried out. */
export function sendCommand<K extends CommandName>(message: Message<K>): Promise<CommandAnswer<K>> {
  return browser.runtime.sendMessage(message);
}

/** Opens the options page. */
export const openOptions = (): Promise<void> => browser.runtime.openOptionsPage();
