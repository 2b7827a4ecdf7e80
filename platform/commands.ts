import { browser } from 'wxt/browser';
import type { PageMessage } from '../core/storage/messages.ts';

/** The message that each keyboard command of the manifest sends to the active page. */
const COMMANDS: Readonly<Record<string, PageMessage>> = {
  'toggle-panel': { type: 'toggle' },
  'next-mention': { type: 'step', by: 1 },
  'previous-mention': { type: 'step', by: -1 },
};

/** Calls back on every keyboard command. Register synchronously at the start of the background. */
export function onKeys(press: (message: PageMessage) => void): void {
  browser.commands.onCommand.addListener((name: string) => {
    const message = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (message) press(message);
  });
}
