// Filled in at build time from the registries (wxt.config.ts), so that the page-facing script carries their data but not
// the code beside it.
declare const __ARTICLE_PAGES__: import('./core/site.ts').ArticlePages;
declare const __SOURCES__: import('./core/source.ts').SourceTable;
