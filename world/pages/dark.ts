import { newsArticle, paragraphs, type WorldPage } from './page.ts';

const TITLE = 'Crypto Yawns While the AI Bill Comes Due';

const TEXT = [
  'There was a time when a nine-figure chip order would send half the token market into orbit. On Friday the order had twelve figures, and Bitcoin moved by less than one percent.',
  'The biggest coin traded at about $105,239, ether at $2,517 and Solana at $145, all of them within a rounding error of where they stood on Thursday. Tokens that promise a share in the machine economy did worse: Bittensor fell 3 percent, Render and Fetch.ai were little changed, and a dozen smaller names lost a tenth of their value before lunch.',
  'Traders gave two reasons. The first is fatigue. Since spring there has been an announcement of this kind almost every week, each larger than the last, and each financed in part by the very company that will receive the money. The second is arithmetic: the customers of the industry would have to multiply fivefold before the bills could be paid from what they spend.',
  '“It is a beautiful machine for making headlines,” wrote the anonymous author of a newsletter that half the industry reads. “It takes in debt at one end, and at the other end a press release comes out.”',
];

const MINERS = [
  'Nobody watches this more closely than those who bought their transformers before it was fashionable. Bitcoin miners own exactly what the newcomers lack: land, permits and a contract for electricity. Several have rented out the lot. One, which dug up 300 BTC a month a year ago, has switched off its last rig and kept the name.',
  'Whether that is wisdom or surrender will depend on which of the two bubbles lasts longer. The difficulty of the Bitcoin network has dropped twice in a row, a rare event, and that makes life easier for whoever stays. Litecoin and Dogecoin, which are mined together, saw no change at all.',
  'Ethereum has no miners to lose, but it has a rival problem of its own. More and more activity takes place on networks built on top of it, among them Arbitrum and Optimism, and the fees that reach holders of ETH have fallen accordingly. Uniswap, the largest exchange on the network, now settles more trades off it than on it.',
  'XRP, BNB and TRON had a quiet day. So did Cardano, where a vote over the treasury near the end of the month may bring some life. Avalanche was busy for once: a payment company said that it had moved its loyalty points there, and AVAX promptly fell.',
];

const END = [
  'What would wake the market up? A default, says everyone, and then nobody wants to say whose. The loans that pay for the new halls are spread over insurers, pension funds and a kind of private lender that did not exist in the last cycle. They do not publish prices, and one cannot sell what has no price.',
  'Until then there is the weekend. Pepe and Shiba Inu still trade around the clock, memes do not need data centers, and for those who would rather wait there are USDT and USDC, which did on Friday what they do on every other day. Nothing.',
];

const STYLE = `
*{box-sizing:border-box}
body{margin:0;background:#0f1115;color:#d9dce3;font:18px/1.7 system-ui,"Segoe UI",Helvetica,Arial,sans-serif;color-scheme:dark}
a{color:inherit;text-decoration:none}
header{position:sticky;top:0;background:#0f1115;border-bottom:1px solid #262a33}
.frame{max-width:1240px;margin:0 auto;padding:0 24px}
header .frame{display:flex;align-items:center;gap:28px;height:60px}
.logo{font-weight:800;font-size:21px;letter-spacing:-.02em;color:#fff}
.logo::before{content:"";display:inline-block;width:12px;height:12px;margin-right:8px;border-radius:50%;background:#58e6b0}
header nav{display:flex;gap:22px;font-size:15px;color:#9aa1af}
.columns{display:flex;gap:40px;padding-top:36px}
aside{flex:none;width:168px;font-size:14px;line-height:1.5;color:#9aa1af}
aside h2{margin:6px 0 12px;font-size:12px;letter-spacing:.1em;text-transform:uppercase;color:#58e6b0}
aside a{display:block;padding:10px 0;border-bottom:1px solid #262a33}
article{width:640px;min-width:0}
h1{margin:0 0 14px;font-size:40px;line-height:1.15;letter-spacing:-.02em;color:#fff}
.meta{margin:0 0 28px;font-size:14px;color:#9aa1af}
.lede{padding-left:18px;border-left:3px solid #58e6b0;font-size:20px;color:#fff}
h2{margin:1.7em 0 .5em;font-size:24px;color:#fff}
footer{margin-top:56px;padding:32px 0;border-top:1px solid #262a33;font-size:14px;color:#9aa1af}
@media (max-width:900px){aside,header nav{display:none}article{width:auto}h1{font-size:30px}}
`;

export const dark: WorldPage = {
  url: 'https://decrypt.co/341234/markets-shrug-as-ai-spending-outruns-revenue',
  html: `<!doctype html>
<html lang="en" class="dark">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="dark">
<title>${TITLE}</title>
<meta property="og:type" content="article">
<meta property="article:published_time" content="2025-10-10T12:22:00.000Z">
${newsArticle({ headline: TITLE, published: '2025-10-10T12:22:00.000Z', author: 'Ines Carrow', publisher: 'Unscrambled', language: 'en' })}
<style>${STYLE}</style>
</head>
<body>
<header><div class="frame"><a class="logo" href="/">unscrambled</a><nav><a href="/news">News</a><a href="/learn">Learn</a><a href="/ai">AI</a><a href="/degen">Degen Alley</a></nav></div></header>
<div class="frame columns">
<aside><h2>Also today</h2><a href="/341201/a">The quiet return of the proof-of-work reunion tour</a><a href="/341188/b">Why your exchange wants to be your bank</a><a href="/341175/c">A field guide to the wallets of the dead</a><a href="/341160/d">Five questions for a validator</a></aside>
<main>
<article>
<h1>${TITLE}</h1>
<p class="meta">By Ines Carrow · <time datetime="2025-10-10T12:22:00.000Z">Oct 10, 2025</time> · 5 min read</p>
<p class="lede">The sums get larger, the reactions smaller. Even Bitcoin has stopped pretending to care.</p>
${paragraphs(TEXT)}
<h2>The miners’ exit</h2>
${paragraphs(MINERS)}
<h2>Waiting for a bang</h2>
${paragraphs(END)}
</article>
</main>
</div>
<footer><div class="frame">© 2025 Unscrambled. Written for testing; its figures are made up and it is no advice.</div></footer>
</body>
</html>`,
};
