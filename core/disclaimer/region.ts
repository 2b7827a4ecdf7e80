/** Regions with their own risk disclaimer; `generic` covers all others. */
export const REGIONS = ['generic', 'cn', 'hk', 'sg', 'jp', 'uk', 'eu', 'us'] as const;
export type Region = (typeof REGIONS)[number];
