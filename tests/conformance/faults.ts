import type { Failure } from '../../core/sources/result.ts';

/** Faults of a host without parameters, and their default failures. */
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

/** Failures of sources whose responses to some of these faults are more specific. */
export type OwnFaults = Readonly<Partial<Record<CommonFault, Failure>>>;

/** Returns every fault with the failure that a source must report for it. */
export const faultTable = (own: OwnFaults = {}): (readonly [CommonFault, Failure])[] =>
  Object.keys(COMMON)
    .filter((kind): kind is CommonFault => Object.hasOwn(COMMON, kind))
    .map((kind) => [kind, own[kind] ?? COMMON[kind]] as const);

/** Returns the fixtures of a folder by file name, which is the id of the source. */
export function byId<T>(modules: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  return new Map(
    Object.entries(modules).map(([path, fixture]) => [path.replace(/^.*\/|\.ts$/g, ''), fixture]),
  );
}
