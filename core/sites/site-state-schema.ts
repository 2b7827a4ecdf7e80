import * as v from 'valibot';
import { fieldsOf, parseOr } from '../storage/schema-parts.ts';
import { DEFAULT_SITE_STATE, type SiteState } from './site-state.ts';

/** Higher than any window, px. */
const FARTHEST = 20_000;

const Place = v.object({
  side: v.picklist(['left', 'right']),
  bottom: v.pipe(
    v.number(),
    v.finite(),
    v.transform((bottom) => Math.min(Math.max(0, bottom), FARTHEST)),
  ),
});

const SiteStateSchema = fieldsOf({
  v: v.literal(1),
  hidden: v.fallback(v.boolean(), false),
  folded: v.fallback(v.nullable(v.boolean()), null),
  place: v.fallback(v.nullable(Place), null),
  foldedDisclaimer: v.fallback(v.pipe(v.string(), v.regex(/^[\w-]{1,40}@\d{1,6}$/)), ''),
});

/** Reads a stored site state as hostile: anything odd is the default. */
export const parseSiteState = (raw: unknown): SiteState => parseOr(SiteStateSchema, raw, DEFAULT_SITE_STATE);
