import { newsArticle, type WorldPage } from './page.ts';
import { STYLE } from './zh-style.ts';
import { ABSTRACT, BODY, FLASHES, HOT, TITLE } from './zh-text.ts';

// Like real sites do: watermarks with the site's name throughout the text, which readers see only in copies.
const MARKS = ['7Kq比特币实时行情与区块链市场分析平台-潮汐财经', 'x2P以太坊价格走势与比特币资讯-潮汐财经'];
const HIDDEN = [
  'display:none',
  'font-size:0;line-height:0',
  'color:transparent;position:absolute;left:-9999px',
];

function body(): string {
  return BODY.map((text, index) => {
    if (text.startsWith('#')) return `<h2>${text.slice(2)}</h2>`;
    const [mark, style] = [MARKS[index % MARKS.length], HIDDEN[index % HIDDEN.length]];
    const between = index % 4 === 1 ? `\n<p style="display:none">${MARKS[0]}</p>` : '';
    return `<p>${text}<span class="wm" style="${style}">${mark}</span></p>${between}`;
  }).join('\n');
}

const flashes = FLASHES.map(
  ([time, text]) => `<li><time>${time}</time><a href="/zh/newsflash">${text}</a></li>`,
).join('\n');

const hot = HOT.map(
  ([symbol, name, price, yuan, change]) =>
    `<li><b>${symbol}</b><i>${name}</i><span>${price} USDT</span><span>${yuan}</span><em>${change}</em></li>`,
).join('\n');

export const zh: WorldPage = {
  url: 'https://www.panewslab.com/zh/articles/3f1c2b7a-6d41-4c1e-9a57-2b8f0c9d1e11',
  html: `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${TITLE} - PANews</title>
<meta name="description" content="${ABSTRACT.slice(0, 80)}">
<meta property="og:type" content="article">
<meta property="article:published_time" content="2025-10-10T20:22:00+08:00">
${newsArticle({ headline: TITLE, published: '2025-10-10T20:22:00+08:00', author: '林见川', publisher: 'PANews', language: 'zh-CN' })}
<style>${STYLE}</style>
</head>
<body>
<header class="top" id="top">
  <div class="wrap">
    <a class="brand" href="/zh">潮汐<span>财经</span></a>
    <nav><a href="/zh">首页</a><a href="/zh/newsflash">快讯</a><a href="/zh/in-depth" class="on">深度</a><a href="/zh/columns">专栏</a><a href="/zh/data">数据</a></nav>
    <div class="clock"><time id="clock">2025-10-10 20:22:30</time><span id="status">loading...</span></div>
  </div>
</header>
<main class="wrap">
<article>
  <h1>${TITLE}</h1>
  <p class="by">林见川 · <time datetime="2025-10-10T20:22:00+08:00">2025-10-10 20:22</time> · 约 9 分钟</p>
  <section class="abstract"><h2>摘要</h2><p>${ABSTRACT}</p></section>
  <div class="content">
${body()}
  </div>
  <p class="note">声明：本文仅代表作者个人看法，不代表本站立场，亦不构成任何投资建议。数字资产价格波动剧烈，请独立判断，风险自负。如需转载，请联系编辑部并注明来源。</p>
</article>
<section class="box"><h2>币圈快讯 <a href="/zh/newsflash">查看更多</a></h2><ul class="flash">${flashes}</ul></section>
<section class="box"><h2>热门币种 <a href="/zh/data">查看更多</a></h2><ul class="hot">${hot}</ul></section>
<p class="up"><a href="#top">回顶部</a></p>
</main>
<footer><div class="wrap"><p>关于我们 · 商务合作 · 用户协议 · 隐私政策</p><p>© 2025 潮汐财经，本页为测试所写</p></div></footer>
<script>
(() => {
  const clock = document.getElementById('clock');
  const two = (number) => String(number).padStart(2, '0');
  setInterval(() => {
    const now = new Date();
    clock.textContent = now.getFullYear() + '-' + two(now.getMonth() + 1) + '-' + two(now.getDate()) + ' ' +
      two(now.getHours()) + ':' + two(now.getMinutes()) + ':' + two(now.getSeconds());
  }, 1000);
  setTimeout(() => { document.getElementById('status').textContent = '12,384 次阅读'; }, 700);
})();
</script>
</body>
</html>`,
};
