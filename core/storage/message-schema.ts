import * as v from 'valibot';
import { ArticleTextSchema } from '../article/article-schema.ts';
import { CoinId } from '../market/coin-id-schema.ts';
import type { Message } from './messages.ts';
import { goodItems, OwnFields, parseOr, Timestamp } from './schema-parts.ts';

const MAX_IDS = 20;

const MessageSchema = v.pipe(
  OwnFields,
  v.variant('type', [
    v.object({ type: v.literal('refresh'), userInitiated: v.fallback(v.boolean(), false) }),
    v.object({ type: v.picklist(['open-options', 'removed-by-page']) }),
    v.object({ type: v.literal('read-article'), article: ArticleTextSchema }),
    v.object({
      type: v.literal('history'),
      ids: v.pipe(
        goodItems(CoinId),
        v.transform((ids) => ids.slice(0, MAX_IDS)),
      ),
      at: Timestamp,
    }),
    v.object({ type: v.literal('day'), id: CoinId }),
  ]),
);

/** Parses a message from any sender; null if it is not a known one. */
export const parseMessage = (raw: unknown): Message | null => parseOr(MessageSchema, raw, null);
