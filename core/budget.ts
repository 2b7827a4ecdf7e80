/** What a host says is left of its allowance. */
export interface Budget {
  /** In the host's own units (requests, or weight). */
  readonly remaining: number;
  readonly limit: number;
  /** When the allowance is whole again, ms since the epoch. */
  readonly resetAt: number;
}
