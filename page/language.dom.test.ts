import { expect, test } from 'vitest';
import { show } from '../tests/dom/show.ts';
import { readPageLanguage } from './language.ts';

const HANS =
  '<h1>比特币价格来到新高</h1><p>这会是本周国内市场发展的时间，他们说，为了用户来这里发表意见的时候到了。</p>';
const HANT =
  '<h1>比特幣價格來到新高</h1><p>這會是本週國內市場發展的時間，他們說，為了用戶來這裡發表意見的時候到了。</p>';
const EN = '<h1>Bitcoin rises</h1><p>To a new high, they say, and nobody knows why.</p>';

test.each([
  ['a declared Chinese', 'zh-TW', EN, 'zh-TW', 'zh-Hant'],
  ['a declared Chinese as some templates write it', 'zh_CN', EN, 'zh-CN', 'zh-Hans'],
  ['a declared English', 'en-GB', EN, 'en-GB', 'en'],
  ['a language that is not spoken here: its tag stays', 'ja', EN, 'ja', 'en'],
  ['an English template around simplified characters', 'en', HANS, 'zh-Hans', 'zh-Hans'],
  ['an English template around traditional characters', 'en-US', HANT, 'zh-Hant', 'zh-Hant'],
  ['nothing declared', '', HANT, 'zh-Hant', 'zh-Hant'],
  ['nothing declared, in English', ' ', EN, '', 'en'],
  ['a page without prose', 'en', `<div>${HANS.replace(/<\/?(h1|p)>/g, '')}</div>`, 'en', 'en'],
])('%s', (_what, lang, body, tag, language) => {
  show({ lang, body });
  expect(readPageLanguage()).toEqual({ tag, language });
});

test('scripts and styles in the text are not prose', () => {
  show({ lang: 'en', body: `${EN}<script type="text/plain">${HANS}</script>` });
  expect(readPageLanguage().language).toBe('en');
});

test('the first sixty texts decide', () => {
  const menu = '<li>Home and Markets</li>'.repeat(60);
  show({ lang: 'en', body: menu + HANS.repeat(50) });
  expect(readPageLanguage().language).toBe('en');
  show({ lang: 'en', body: menu.slice(0, -'<li>Home and Markets</li>'.length * 59) + HANS.repeat(50) });
  expect(readPageLanguage().language).toBe('zh-Hans');
});
