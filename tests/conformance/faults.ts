import type { Failure } from '../../core/sources/result.ts';

/** Faults of a host that have no parameters, and what they come to where a source has no words of its own for them. */
const COMMON = {
  refuse: { kind: 'unreachable' },
  redirect: { kind: 'unreachable' },
  'rate-limited': { kind: 'rate-limited' },
  banned: { kind: 'banned', retryAfterMs: 120_000 },
  'geo-blocked': { kind: 'refused' },
  'forbidden-html': { kind: 'refused' },
  'payment-required': { kind: 'plan' },
  'server-error': { kind: 'server-error' },
  'truncated-json': { kind: 'bad-json' },
  'html-200': { kind: 'bad-json' },
  'wrong-shape': { kind: 'bad-shape' },
} as const satisfies Readonly<Record<string, Failure>>;

type CommonFault = keyof typeof COMMON;

/** What a source makes of some of these faults, where it says more than others. */
export type OwnFaults = Readonly<Partial<Record<CommonFault, Failure>>>;

/** Every fault with the failure that a source must report for it. */
export const faultTable = (own: OwnFaults = {}): (readonly [CommonFault, Failure])[] =>
  Object.keys(COMMON)
    .filter((kind): kind is CommonFault => Object.hasOwn(COMMON, kind))
    .map((kind) => [kind, own[kind] ?? COMMON[kind]] as const);

/** Fixtures of a folder by the name of their file, which is the id of their source. */
export function byId<T>(modules: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  return new Map(
    Object.entries(modules).map(([path, fixture]) => [path.replace(/^.*\/|\.ts$/g, ''), fixture]),
  );
}
