import type { Answer } from '../answer.ts';

/** A page of the test server, with the assets it loads from its own host. */
export interface WorldPage {
  url: string;
  html: string;
  headers?: Record<string, string>;
  /** By path, on the same host. */
  assets?: Record<string, Answer>;
}

/** Structured data with the publication time. */
export function newsArticle(article: {
  headline: string;
  published: string;
  author: string;
  publisher: string;
  language: string;
}): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.headline,
    inLanguage: article.language,
    datePublished: article.published,
    dateModified: article.published,
    author: [{ '@type': 'Person', name: article.author }],
    publisher: { '@type': 'Organization', name: article.publisher },
  };
  return `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
}

export const paragraphs = (texts: readonly string[]): string =>
  texts.map((text) => `<p>${text}</p>`).join('\n');
