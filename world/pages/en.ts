import { newsArticle, paragraphs, type WorldPage } from './page.ts';

const TITLE = 'Markets Shrug as AI Spending Outruns Revenue';

const OPENING = [
  'Bitcoin barely moved on Friday as a third cloud giant in as many weeks raised its spending plans for next year, a sign that traders have grown used to numbers that would have shaken every desk in the business two years ago. The largest cryptocurrency changed hands near $105,200, up less than one percent on the day, while ether hovered around $2,517.',
  'The calm is unusual. Announcements of this size used to lift anything with a chip or a chain attached to it. This time the shares of the buyers slipped, the shares of the sellers rose a little, and tokens that trade on the theme of machine intelligence gave back most of what they had gained since Monday.',
  '“People have stopped asking how much will be spent,” said Marta Oyelaran, who runs a small volatility fund in Lisbon. “They ask when somebody other than another spender will pay for it. Nobody has an answer, so nobody trades on it.”',
];

const CIRCLE = [
  'The arithmetic is not hard to follow. Commitments announced since January add up to more than a trillion dollars over the decade. Revenue from the people who type questions into a box, and from the companies that employ them, is on course for a small fraction of that. The gap is bridged by a chain of deals in which the supplier invests in the customer and the customer places an order with the supplier.',
  'Readers with a memory for the summer of 2020 will find the pattern familiar. A single ETH could be posted as collateral, borrowed against, and posted again until one coin was counted four times in the statistics. The totals were impressive; the demand beneath them was not. When the rewards dried up, so did three quarters of the deposits in just six weeks.',
  'There is one important difference. A data center is a real thing that stands on real land near a real power line, and it will still be there when the invoices stop. What will not be there is the hardware, which is worn out or outclassed in two or three years, long before the bonds that paid for it come due.',
];

const POWER = [
  'For miners the consequences are already here. The price of electricity in the regions where they settled has climbed by a third, because the newcomers next door can pay more. Revenue for each unit of computing power fell to its lowest level in over a year in September, and at least five listed companies now describe themselves as infrastructure firms first and Bitcoin miners second.',
  'Network data suggest that the pressure has not reached long-term holders. Coins that have not moved for five months continue to accumulate, and balances on trading venues stand close to their lowest point since 2018. That leaves a thin market: on Friday, $40 million of BTC was enough to move the price by half a percent in either direction.',
  'Elsewhere the picture was mixed. Solana rose 1.2 percent after a lender on the network said that its books were whole again. XRP and BNB added a little; TRON and Dogecoin slipped. Cardano’s ADA ended the session exactly where it began. Chainlink, whose oracle feeds price most of these loans, saw its busiest day since spring, although the LINK token moved by less than a dime.',
];

const AFTER = [
  'Stablecoins may prove to be the part of the story that lasts. The supply of USDT and USDC grew again last week, as it has in nearly every week of the year, and a rising share of transfers are for amounts below ten cents. Those are not people buying coffee. They are programs paying other programs for a few seconds of work.',
  '“If there is a place where the two industries truly meet, it is there,” Oyelaran said. “It is dull, it is cheap, and it does not need a token of its own. That is why you never see it on a slide.”',
  'None of this tells an investor what to do on Monday morning. Railways, fiber and shale all went the same way: a rush of capital, a glut, ruin for those who paid for it and a bargain for those who came after. The sand in the hourglass runs at its own speed, and one quarter of flat prices is no proof that it has run out.',
  'What the calm does show is that the easy part of the trade is over. For most of the past two years it was enough to stand near the theme. From here on, somebody will have to read the footnotes.',
];

const STYLESHEET = `
*{box-sizing:border-box}
body{margin:0;background:#fff;color:#16181d;font:19px/1.65 Georgia,"Times New Roman",serif}
a{color:inherit}
.bar{border-bottom:1px solid #16181d}
.frame{max-width:1200px;margin:0 auto;padding:0 40px}
.bar .frame{display:flex;align-items:baseline;gap:36px;padding-top:20px;padding-bottom:18px}
.logo{font:700 26px/1 Helvetica,Arial,sans-serif;letter-spacing:-.03em;text-decoration:none}
.bar nav{display:flex;gap:22px;font:500 14px/1 Helvetica,Arial,sans-serif}
.bar nav a{text-decoration:none}
.document{max-width:690px;padding:44px 0 24px}
.kicker{margin:0 0 12px;font:700 13px/1 Helvetica,Arial,sans-serif;letter-spacing:.08em;text-transform:uppercase;color:#8a5a00}
h1{margin:0 0 16px;font:700 42px/1.15 Georgia,serif;letter-spacing:-.01em}
.deck{margin:0 0 20px;font-size:21px;line-height:1.5;color:#4a4f59}
.meta{margin:0 0 32px;padding-bottom:20px;border-bottom:1px solid #e3e5e8;font:14px/1.5 Helvetica,Arial,sans-serif;color:#5f6570}
.document-body p{margin:0 0 1.2em}
.document-body h2{margin:1.8em 0 .6em;font:700 25px/1.3 Georgia,serif}
.disclosure{margin-top:36px;padding:18px 20px;background:#f4f4f2;font:14px/1.6 Helvetica,Arial,sans-serif;color:#4a4f59}
footer{margin-top:56px;padding:36px 0;background:#16181d;color:#c9ccd2;font:14px/1.7 Helvetica,Arial,sans-serif}
footer p{margin:0}
@media (max-width:800px){.frame{padding-left:18px;padding-right:18px}.bar nav{display:none}h1{font-size:31px}}
`;

export const en: WorldPage = {
  url: 'https://www.coindesk.com/markets/2025/10/10/markets-shrug-as-ai-spending-outruns-revenue',
  headers: {
    'content-security-policy':
      "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    'x-content-type-options': 'nosniff',
  },
  assets: {
    '/assets/article.css': {
      status: 200,
      headers: { 'content-type': 'text/css; charset=utf-8' },
      body: STYLESHEET,
    },
  },
  html: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${TITLE}</title>
<meta property="og:type" content="article">
<meta property="article:published_time" content="2025-10-10T12:22:00Z">
${newsArticle({ headline: TITLE, published: '2025-10-10T12:22:00Z', author: 'Dana Whitlock', publisher: 'The Ledger Desk', language: 'en' })}
<link rel="stylesheet" href="/assets/article.css">
</head>
<body>
<header class="bar"><div class="frame"><a class="logo" href="/">ledgerdesk</a><nav><a href="/markets">Markets</a><a href="/policy">Policy</a><a href="/tech">Technology</a><a href="/opinion">Opinion</a></nav></div></header>
<main class="frame">
<article class="document">
<p class="kicker">Markets</p>
<h1>${TITLE}</h1>
<p class="deck">A trillion dollars of promises, a handful of customers, and a crypto market that can no longer be bothered to react.</p>
<p class="meta">By Dana Whitlock · <time datetime="2025-10-10T12:22:00Z">Oct 10, 2025, 12:22 p.m. UTC</time> · 7 min read</p>
<div class="document-body">
${paragraphs(OPENING)}
<h2>Money in a circle</h2>
${paragraphs(CIRCLE)}
<h2>The price of power</h2>
${paragraphs(POWER)}
<h2>What might remain</h2>
${paragraphs(AFTER)}
<p class="disclosure">Disclosure: This article was written for testing. Its people, its quotes and its figures are made up, and nothing in it is advice.</p>
</div>
</article>
</main>
<footer><div class="frame"><p>About · Masthead · Ethics · Privacy · Terms</p><p>© 2025 The Ledger Desk</p></div></footer>
</body>
</html>`,
};
