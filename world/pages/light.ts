import { newsArticle, paragraphs, type WorldPage } from './page.ts';

const TITLE = 'A short note on a quiet Friday';

const TEXT = [
  'Spot volumes on the large venues fell to a two-month low on Friday, with Bitcoin pinned near $105,000 and ether near $2,500 for most of the session.',
  'Desks pointed to a holiday in parts of Asia and to the lack of any scheduled data. Funding rates were flat, and the options market priced in the smallest weekend move since July.',
  'Stablecoin supply went the other way. About $600 million of new USDT and USDC came into circulation during the week, most of it on networks where a transfer costs less than a cent.',
];

/** A minimal article, used to measure page cost. */
export const light: WorldPage = {
  url: 'https://www.theblock.co/post/380001/short-note',
  html: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${TITLE}</title>
<meta property="og:type" content="article">
${newsArticle({ headline: TITLE, published: '2025-10-10T16:05:00Z', author: 'Staff', publisher: 'The Brick', language: 'en' })}
<style>body{margin:0;background:#fff;color:#1a1a1a;font:18px/1.6 Arial,Helvetica,sans-serif}header,article,footer{width:680px;max-width:100%;margin-left:48px;padding:0 16px;box-sizing:border-box}header{padding-top:20px;font-weight:700}h1{font-size:32px;line-height:1.2}footer{padding-top:24px;padding-bottom:24px;font-size:14px;color:#666}</style>
</head>
<body>
<header>The Brick</header>
<article><h1>${TITLE}</h1><p><time datetime="2025-10-10T16:05:00Z">October 10, 2025</time></p>
${paragraphs(TEXT)}
</article>
<footer>Written for testing.</footer>
</body>
</html>`,
};
