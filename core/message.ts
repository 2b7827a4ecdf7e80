import { isRecord } from './parse.ts';

/** The commands a view may send to the background. State never travels this way: storage is the bus for that. */
export type Message =
  | { readonly type: 'refresh'; readonly wished: boolean }
  | { readonly type: 'open-options' };

/** Reads a message from any sender; null when it is not one of ours. */
export function parseMessage(raw: unknown): Message | null {
  if (!isRecord(raw)) return null;
  if (raw.type === 'refresh') return { type: 'refresh', wished: raw.wished === true };
  return raw.type === 'open-options' ? { type: 'open-options' } : null;
}
