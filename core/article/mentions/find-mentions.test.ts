import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COINS } from '../../market/coin-catalog.ts';
import { findMentions } from './find-mentions.ts';
import { fold } from './fold.ts';
import { STOP_PHRASES } from './words/stop-phrases.ts';

/** Returns the mentions as `text:id`. */
const mentionsIn = (...blocks: string[]): string[] =>
  findMentions(blocks).mentions.map(
    ({ block, start, end, id }) => `${blocks[block]?.slice(start, end)}:${id}`,
  );

describe('tickers', () => {
  test('next to Chinese text, after a dollar sign, in pairs', () => {
    expect(mentionsIn('今日BTC价格上涨')).toEqual(['BTC:bitcoin']);
    expect(mentionsIn('$eth and #BTC')).toEqual(['eth:ethereum', 'BTC:bitcoin']);
    expect(mentionsIn('BTCUSDT, BTC-USDT, BTC/USDT, BTC_USDT')).toEqual(Array(4).fill('BTC:bitcoin'));
  });

  test('in a pair: the base counts, a quoting coin counts, a quoting dollar does not', () => {
    expect(mentionsIn('ETH/BTC')).toEqual(['ETH:ethereum', 'BTC:bitcoin']);
    expect(mentionsIn('ETHBTC')).toEqual(['ETH:ethereum', 'BTC:bitcoin']);
    expect(mentionsIn('USDC/USDT')).toEqual(['USDC:usd-coin']);
    expect(mentionsIn('交易对 1INCH/USDC')).toEqual([]);
    expect(mentionsIn('转入 500 USDT')).toEqual(['USDT:tether']);
  });

  test.each(['BTCS', '1INCH', 'ETHEREUMX', 'xBTC', 'BTC_old', 'eth', 'btc', 'my.btc'])(
    'not in %s',
    (text) => {
      expect(mentionsIn(text)).toEqual([]);
    },
  );

  test('one-letter tickers never count', () => {
    expect(mentionsIn('S/USDT, $S, $A and A/USDT')).toEqual([]);
  });

  test('full-width letters and signs are recognized', () => {
    expect(mentionsIn('＄ＳＯＬ 与 ＢＴＣ')).toEqual(['ＳＯＬ:solana', 'ＢＴＣ:bitcoin']);
  });
});

describe('words that are not coins', () => {
  test.each([
    ['Wrapped Bitcoin is not bitcoin', ['bitcoin:bitcoin']],
    ['Ripple CEO and XRP', ['XRP:ripple']],
    ['DOGE staff; the Department of Government Efficiency (DOGE) and Dogecoin', ['Dogecoin:dogecoin']],
    ['BTC and the NEAR-term outlook', ['BTC:bitcoin']],
    ['see bitcoin.org, btc@bitcoin.org, @bitcoin and `BTC`', []],
    ['比特币之家与比特币网络', ['比特币:bitcoin']],
    ['NEAR THE TOP, JUST SELL YOUR BITCOIN NOW, THEY SHOUTED', ['BITCOIN:bitcoin']],
    ['BTC/USDT. Optimism returned', ['BTC:bitcoin']],
  ])('%s', (text, expected) => {
    expect(mentionsIn(text)).toEqual(expected);
  });
});

describe('boilerplate', () => {
  const paragraphs = ['第一段讲以太坊。', '第二段讲莱特币。', '第三段讲狗狗币。'];

  test('a watermark at the end of many blocks', () => {
    const mark = '6ML比特币实时行情与区块链市场分析平台-好币网';
    expect(mentionsIn(...paragraphs.map((text) => text + mark))).toEqual([
      '以太坊:ethereum',
      '莱特币:litecoin',
      '狗狗币:dogecoin',
    ]);
  });

  test('a short block repeated three times; twice may be part of the article', () => {
    const slogan = '比特币行情看这里';
    expect(mentionsIn(slogan, ...paragraphs, slogan, slogan)).not.toContain('比特币:bitcoin');
    expect(mentionsIn(slogan, ...paragraphs, slogan)).toContain('比特币:bitcoin');
  });

  test('a notice', () => {
    expect(mentionsIn('扫码关注公众号，比特币行情早知道', '以太坊上涨')).toEqual(['以太坊:ethereum']);
  });
});

describe('the result', () => {
  test('lists coins by number of mentions, ties by appearance; counts include mentions beyond 500', () => {
    const { mentions, coins } = findMentions([
      'ETH, BTC, XRP and XRP',
      ...Array(600)
        .fill(0)
        .map((_, at) => `${at} BTC ${at}`),
    ]);
    expect(mentions).toHaveLength(500);
    expect(coins).toEqual([
      { id: 'bitcoin', count: 601 },
      { id: 'ripple', count: 2 },
      { id: 'ethereum', count: 1 },
    ]);
  });

  test('is empty for an empty article', () => {
    expect(findMentions([])).toEqual({ mentions: [], coins: [] });
    expect(findMentions(['', ''])).toEqual({ mentions: [], coins: [] });
  });

  test('contains every name in the catalog beside its ticker, in each language', () => {
    const missed = COINS.flatMap(({ id, symbol, name }) =>
      Object.values(name)
        .filter(
          (text) =>
            !findMentions([`币圈代币${text}（${symbol}）今日上涨`]).coins.some((coin) => coin.id === id),
        )
        .map((text) => `${text} ${symbol}`),
    );
    expect(missed).toEqual([]);
  });

  const word = fc.constantFrom(
    ...COINS.flatMap(({ symbol, name }) => [symbol, ...Object.values(name)]),
    ...STOP_PHRASES.slice(0, 200),
    ...[
      '$',
      '/',
      '、',
      '(',
      ')',
      '（',
      '）',
      ' ',
      '.',
      '，',
      ' and ',
      '和',
      '3.2%',
      '/USDT',
      '\ud83d',
      '\u0130',
      'https://',
      '@',
      '\n',
    ],
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(word, { maxLength: 40 }).map((words) => words.join('')),
  );

  test('for any text: no throw, and offsets are in order, in range, not overlapping, and stable', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 8 }), (blocks) => {
        const { mentions, coins } = findMentions(blocks);
        const ids = new Set(COINS.map(({ id }) => id));
        mentions.forEach(({ block, start, end, id }, at) => {
          expect(ids.has(id)).toBe(true);
          expect(start).toBeGreaterThanOrEqual(0);
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(blocks[block]?.length ?? -1);
          const before = mentions[at - 1];
          if (before?.block === block) expect(before.end).toBeLessThanOrEqual(start);
          else expect(before?.block ?? -1).toBeLessThan(block);
        });
        expect(coins.reduce((sum, { count }) => sum + count, 0)).toBe(mentions.length);
        expect(findMentions(blocks)).toEqual({ mentions, coins });
      }),
      { numRuns: 400 },
    );
  });

  test('folding keeps every offset', () => {
    fc.assert(fc.property(text, (raw) => fold(raw).length === raw.length));
  });

  // Each of these would hang if a pattern looked back over the whole text for every character.
  test.each([
    'a',
    '比',
    'SOL ',
    'LINK, ',
    'a.a.',
    'a@',
    '(((',
    '大饼',
    'Sky (SKY) ',
    'A B C D (ADA) ',
    '-',
    '`',
    '1,',
  ])('a very long “%s” is handled in time', (piece) => {
    const { mentions } = findMentions([piece.repeat(400_000 / piece.length)]);
    expect(mentions.length).toBeLessThanOrEqual(500);
  });
});

test('stop phrases are unique and in the lower case in which they are compared', () => {
  expect(STOP_PHRASES.filter((phrase, at) => STOP_PHRASES.indexOf(phrase) !== at)).toEqual([]);
  expect(
    STOP_PHRASES.filter((phrase) => !phrase.startsWith('=') && phrase !== fold(phrase).toLowerCase()),
  ).toEqual([]);
});
