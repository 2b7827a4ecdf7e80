import { resolveAuto } from '../settings/resolve-auto.ts';
import type { Region } from './region.ts';

const BY_TAG: readonly (readonly [tags: RegExp, region: Region])[] = [
  [/^zh(-hans)?-cn$/i, 'cn'],
  [/^(zh|yue)(-hant)?-hk$|^en-hk$/i, 'hk'],
  [/-sg$/i, 'sg'],
  [/^ja\b/i, 'jp'],
  [/^en-gb$/i, 'uk'],
  [
    /^(bg|cs|da|de|el|es|et|fi|fr|ga|hr|hu|it|lt|lv|mt|nl|pl|pt|ro|sk|sl|sv)(-[a-z]{4})?(-(at|be|bg|cy|cz|de|dk|ee|es|fi|fr|gr|hr|hu|ie|it|lt|lu|lv|mt|nl|pl|pt|ro|se|si|sk))?$|^en-ie$/i,
    'eu',
  ],
];

/**
 * Returns the region whose disclaimer is shown: the user's choice, else derived from the browser's language. Neither
 * the IP address nor the page's language is used: the latter says where the writer is, not the reader.
 * @param tag BCP 47 tag of the browser's language
 */
export const regionFor = (choice: Region | 'auto', tag: string): Region =>
  resolveAuto(choice, BY_TAG.find(([tags]) => tags.test(tag))?.[1] ?? 'generic');
