import { describe, expect, test } from 'vitest';
import { COINS } from '../../core/market/coin-catalog.ts';
import { PROVIDERS } from '../../providers/index.ts';
import { readRepoFile } from '../../tests/house.ts';
import { factsIn } from './facts.ts';

const STATED = { sites: 5, chrome: '120', firefox: '140', node: '20', shortcuts: { open: 'Alt+Shift+K' } };
const [en, zh] = [factsIn('en', STATED), factsIn('zh-Hans', STATED)];

describe('facts', () => {
  test('numbers match the registries', () => {
    expect(en).toMatchObject({ sites: '5', coins: `${COINS.length}`, 'key-open': 'Alt+Shift+K' });
    expect(Object.keys(zh)).toEqual(Object.keys(en));
  });

  test('lists contain every source in order, with all hosts', () => {
    const labels = PROVIDERS.map(({ label }) => label);
    expect(en.sources).toBe(labels.join(', '));
    expect(zh.sources).toBe(labels.join('、'));
    expect(en['source-hosts']).toMatch(
      /^Binance \(`data-api\.binance\.vision`; if it fails, `api\.binance\.com`\), /,
    );
    expect(en['past-sources']).toBe('Binance, OKX, KuCoin or CoinGecko');
  });

  test('durations and languages use the document’s language', () => {
    expect([en['period-range'], en.period]).toEqual(['30 seconds to 1 hour', '1 minute']);
    expect([zh['period-range'], zh.period]).toEqual(['30 秒到 1 小时', '1 分钟']);
    expect(en.languages).toMatch(/^English, Simplified Chinese(,| or) Traditional Chinese/);
    expect(zh.languages).toMatch(/^英语、简体中文(、|或)繁体中文/);
  });

  test('each is used in a document', () => {
    const text = ['README.md', 'README.zh-CN.md', 'PRIVACY.md'].map(readRepoFile).join('');
    const unused = Object.keys(en).filter(
      (name) => !name.startsWith('key-') && !text.includes(`:${name} -->`),
    );
    expect(unused).toEqual([]);
  });
});
