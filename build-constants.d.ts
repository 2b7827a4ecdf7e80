// Filled in at build time from the registries (wxt.config.ts), so that what runs on pages carries their data but not the
// code beside it.

/** Domains whose subdomains are editions of one site. */
declare const __SITE_FAMILIES__: readonly string[];
/** Labels and attributions of every price and FX source, by id. */
declare const __SOURCES__: import('./core/sources/source-info.ts').SourceTable;
