import { newsArticle, paragraphs, type WorldPage } from './page.ts';

const TITLE = 'Notes on five years of holding Bitcoin';

const TEXT = [
  'I bought my first Bitcoin in the autumn of 2020, for reasons that I wrote down and that embarrass me now. I thought that it would be money. It has been many things since, a lesson above all, but I have yet to buy a loaf of bread with it.',
  'These are notes, not advice. I keep them because memory is a flatterer: it tells me that I knew what I was doing in the spring of 2021 and that I was brave in the winter of 2022. The notes say that I was lucky in the one and asleep in the other.',
  'The first lesson is that one looks at the price far too often. For a year I had it on my watch. I can report that a number which changes every second teaches nothing that the same number would not teach once a week, and that it costs a good deal more sleep.',
  'The second is that everything else is measured against it. I have owned ETH, SOL and, for eleven days, a coin with a frog on it. Each time I asked whether I would not have been better off doing nothing, and each time but one the answer was yes.',
  'The third is about keys. I have lost one wallet to a dead phone and recovered it from a piece of paper that I had used as a bookmark. Since then there are two papers, in two towns, and I have stopped telling people which.',
  'And the fourth is that most of what is written about the subject, these notes included, is written by people who would be glad if you bought some. Read the disclaimer first. If there is none, read something else.',
];

const STYLE = `
body{margin:0;background:#fdfcf9;color:#2b2a27;font:19px/1.7 Charter,Georgia,serif}
header,main,footer{max-width:660px;margin-left:96px;padding:0 24px}
header{padding-top:48px;font:15px/1.5 system-ui,sans-serif}
header a{margin-right:18px;color:#7a4b2a}
h1{margin:36px 0 6px;font-size:36px;line-height:1.2}
.date{margin:0 0 28px;color:#8a857b;font-size:16px}
footer{padding-top:36px;padding-bottom:60px;color:#8a857b;font-size:15px}
@media (max-width:800px){header,main,footer{margin:0}}
`;

/** An article about coins on a host that is not a listed news site. */
export const unlisted: WorldPage = {
  url: 'https://blog.example.org/2025/bitcoin-notes',
  html: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${TITLE}</title>
<meta property="og:type" content="article">
${newsArticle({ headline: TITLE, published: '2025-10-05T09:00:00+02:00', author: 'A. Reader', publisher: 'A. Reader', language: 'en' })}
<style>${STYLE}</style>
</head>
<body>
<header><a href="/">Home</a><a href="/archive">Archive</a><a href="/about">About</a></header>
<main><article><h1>${TITLE}</h1><p class="date"><time datetime="2025-10-05T09:00:00+02:00">5 October 2025</time></p>
${paragraphs(TEXT)}
</article></main>
<footer>Written for testing. No rights reserved, no advice given.</footer>
</body>
</html>`,
};
