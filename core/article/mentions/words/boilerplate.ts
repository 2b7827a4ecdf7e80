import { isHanText } from '../lexicon.ts';

/** A block, or the start or end of a block, that occurs this often on a page is boilerplate. */
const TIMES = 3;
const LONGEST_PIECE = 80;
const SHORTEST_HAN = 12;
const SHORTEST_LATIN = 30;
const LONGEST_NOTICE = 90;

const NOTICE =
  /扫码|公众号|下载.{0,8}(?:app|客户端)|下载我们|点击下载|立即下载|版权所有|转载请注明|邀请码|注册链接|立即注册|本文来自|文章来自|责任编辑|责编|加入.{0,8}(?:社群|群组|电报群|交流群)|官方(?:微信|推特|电报)|all rights reserved|newsletter|subscribe|follow us|download (?:the|our) app|sign up (?:for|to)|cookie|join our telegram/i;
/** A site's slogan is one short line. */
const LONGEST_SLOGAN = 40;
const SLOGAN = /(?:行情|资讯)(?:网|平台|软件|app)/i;

const minimumOf = (piece: string): number => (isHanText(piece) ? SHORTEST_HAN : SHORTEST_LATIN);

function sharedLength(a: string, b: string): number {
  const maxLength = Math.min(a.length, b.length);
  let length = 0;
  while (length < maxLength && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}

/**
 * Returns how many leading characters each text shares with at least two others. Sorting puts similar texts next to
 * each other.
 */
function sharedStarts(texts: readonly string[]): number[] {
  const order = texts.map((_, index) => index).sort((a, b) => ((texts[a] ?? '') < (texts[b] ?? '') ? -1 : 1));
  const shared = texts.map(() => 0);
  for (let at = 0; at + TIMES <= order.length; at++) {
    const group = order.slice(at, at + TIMES);
    const length = sharedLength(texts[group[0] ?? 0] ?? '', texts[group[TIMES - 1] ?? 0] ?? '');
    for (const index of group) shared[index] = Math.max(shared[index] ?? 0, length);
  }
  return shared;
}

const reversed = (text: string): string => [...text.slice(-LONGEST_PIECE)].reverse().join('');

/** The article's own part of a block, as offsets; equal if there is none. */
export interface OwnRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Separates the article from boilerplate: short notices, repeated blocks, and watermarks at the start or end of many
 * blocks.
 * @param blocks folded
 */
export function ownParts(blocks: readonly string[]): OwnRange[] {
  const texts = blocks.map((block) => block.trim());
  const times = new Map<string, number>();
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1);
  const heads = sharedStarts(texts.map((text) => text.slice(0, LONGEST_PIECE)));
  const tails = sharedStarts(texts.map(reversed));
  return blocks.map((block, index) => {
    const text = texts[index] ?? '';
    const isNotice =
      (text.length <= LONGEST_NOTICE && NOTICE.test(text)) ||
      (text.length <= LONGEST_SLOGAN && SLOGAN.test(text));
    if (isNotice || (times.get(text) ?? 0) >= TIMES) return { from: 0, to: 0 };
    const indent = block.length - block.trimStart().length;
    const end = indent + text.length;
    const head = heads[index] ?? 0;
    const tail = tails[index] ?? 0;
    return {
      from: head >= minimumOf(text.slice(0, head)) ? indent + head : 0,
      to: tail >= minimumOf(text.slice(text.length - tail)) ? end - tail : block.length,
    };
  });
}
