/** Regions that have a risk disclaimer of their own; `generic` is for all others. */
export const REGIONS = ['generic', 'cn', 'hk', 'sg', 'jp', 'uk', 'eu', 'us'] as const;
export type Region = (typeof REGIONS)[number];
