import type { Candidate } from './scan.ts';

/**
 * The text around a candidate. Patterns are anchored at the candidate and run on at most `REACH` characters, so the
 * cost of hostile text is bounded.
 */
const REACH = 60;

const ADJECTIVES =
  '(?:(?:native|governance|development|spot|utility|perpetual|liquid|new|staked|trading|circulating|on-chain|exchange|its|the)[ -])?';
const THINGS = [
  'tokens?|coins?|altcoins?|memecoins?|meme coins?|stablecoins?|prices?|holders?|staking|stakers?|airdrops?|mainnet|testnet|blockchain',
  'network|protocol|finance|exchange|stack|games|governance|foundation|dao|labs|ecosystem|ledger|tvl|market cap|futures|etfs?|etps?|perps?|perpetuals?|validators?|whales?',
  'treasury|buybacks?|supply|unlocks?|open interest|funding rate|dapps?|pairs?|dex|defi|rollup|chain|subnet|layer|l1|l2|oracle',
].join('|');
const LOOSE_THINGS =
  'investors?|traders?|bulls?|bears?|community|wallets?|trading|options|positions?|longs|shorts|users|developers|founders?|holdings|pools?|deposits|withdrawals|balance|bets|rally|contributors?|depositors|lenders|charts?|distribution|allocation|points|claims?';
const MOVES = [
  'rose|rises|rising|rallie[sd]|rally|surge[sd]?|surging|jump(?:s|ed)?|gain(?:s|ed)?|climb(?:s|ed)?|soar(?:s|ed)?|fell|falls?|falling',
  'drop(?:s|ped)?|slid|slides?|slip(?:s|ped)?|lost|loses|shed|decline[sd]?|dip(?:s|ped)?|plunge[sd]?|tumble[sd]?|sank|trade[sd]?',
  'add(?:s|ed)|advance[sd]?|outperform(?:s|ed)|underperform(?:s|ed)|rebound(?:s|ed)?|retreat(?:s|ed)?|spike[sd]?|crash(?:es|ed)?',
  'hit|hits|broke|breaks|reclaim(?:s|ed)|hover(?:s|ed)|changed hands|consolidate[sd]?|led|leads|eked|posted|doubled|tripled|halved|up|down|pumped|dumped',
].join('|');

const AFTER_THING = new RegExp(`^(?:'s)?[ -]${ADJECTIVES}(?:${THINGS})\\b`, 'i');
const AFTER_LOOSE = new RegExp(`^(?:'s)?[ -]${ADJECTIVES}(?:${LOOSE_THINGS})\\b`, 'i');
const AFTER_MOVE = new RegExp(
  `^,? (?:(?:has|have|had|is|was|also|then|further|briefly|are|were|recently|to|could|would|may) ){0,2}(?:${MOVES})\\b`,
  'i',
);
const AFTER_HAN =
  /^ ?(?:原生|治理|现货|永续|合约|的|等|今日|主流|类)?(?:代币|币价|价格|价|币(?!圈|种|市|安)|现货|永续|生态|链上|主网|公链|协议|网络|网路|基金会|持仓|多单|空单|多头|空头|质押|空投|解锁|巨鲸|持有者|市值|tvl|etf|储备|财库|流通|回购|销毁|稳定币|交易对|期货|合约|现报|报价|暂报|报(?!道|告|名)|涨|跌|上涨|下跌|暴涨|暴跌|大涨|大跌|飙升|回调|反弹|突破|跌破|涨超|跌超|领涨|领跌|站上|失守|升至|回落|短线|日内|行情|走势|支撑|阻力|交易|开发者|创始人|团队|钱包|l2|defi|dex|上的|上线|枚)/i;
const AFTER_APPOSITION =
  /^, (?:an?|the) (?:[\w-]{1,16} ){0,4}?(?:blockchain|protocol|network|chain|rollup|exchange|dex|aggregator|stablecoin|token|memecoin|marketplace|oracle|l1|l2|layer|sidechain)\b/i;
const AFTER_FIGURE =
  /^ ?[:(,]? ?(?:at |@ ?|to |by |(?:现|暂)?报 ?|(?:跌|涨|升|回落|反弹)至 ?)?[+\-−±]?(?:\d[\d.,]* ?%|\$ ?\d|\d[\d.,]* ?(?:usdt|美元|美金))/i;
/** A table row: price and change. */
const AFTER_ROW = /^[ |]{1,3}[$]?\d[\d.,]*[ |]{1,3}[+-]?\d[\d.]* ?%/;
const FIGURE_SOON = /^(?:[^.。!?！？;；\n]|\.(?=\d)){0,44}?(?:\d ?%|\$ ?\d|\d ?(?:美元|usdt|刀))/i;

const BEFORE_THING =
  /(?:\b(?:tokens?|coins?|altcoins?|memecoins?|meme coins?|crypto(?:currency|currencies)?|stablecoins?|blockchains?|networks?|protocol|chain|rollup|layer[- ]?[12]|l[12]|aggregator|dex|oracle|lender|marketplace|sidechain|appchain|metaverse|price of|shares of|supply of|holdings of|worth of|amounts? of|stake in|exposure to|open interest in|demand for|bets on|positions? in|tickers?:?|symbol:?)|代币|公链|协议|平台币|稳定币|山寨币|主流币|迷因币|meme ?币|模因币|币种|预言机|游戏币|概念币|二层|跨链桥|交易平台|聚合器|借贷协议|龙头|治理代币|原生代币) ?[:(「“"《]? ?[$#]?$/i;
const BEFORE_DEAL =
  /(?:\b(?:buy|buying|bought|sell|selling|sold|long|longing|short|shorting|stake|staked|staking|swap|swapped|hold|holding|holds|own|owns|owned|accumulated?|accumulating|airdrop(?:ped)?|unlock(?:ed)?|mint(?:ed)?|bridged?|deposit(?:ed)?|transferred|list(?:s|ed|ing)?|delist(?:s|ed|ing)?|\d ?%(?: gains?| losses)? (?:in|for|to)|like|including|into) (?:(?:his|her|their|its|our|my|some|more|all|the) )?|买入|卖出|抛售|增持|减持|做多|做空|开多|开空|持有|质押|兑换|空投|抢购|定投|现货|上线|上架|下架|包括|例如|如|转入|转出|换成|换为|购入|出售|解锁|囤积|抄底|流入)[ :"「“]?[$#]?$/i;
const AMOUNT =
  /(?:\d[\d,.]* ?(?:k|m|mn|b|bn|million|billion|thousand|万|亿|千|百万|千万)?|[万亿枚颗]|[万亿]个) ?$/i;
const LARGE_AMOUNT = /(?:(?:million|billion|[万亿]) ?|[枚颗] ?)$/i;

const HAN_AFTER =
  /^ ?(?:币(?!圈|种|市|安)|链(?![接式条])|协议|生态|主网|公链|网络|网路|(?:发展)?基金会|代币|共识|子网|治理|币价|价格|现报|涨幅|(?:今日|日内|短线)?(?:上涨|下跌|大涨|大跌|暴涨|涨|跌|报)[^。,，]{0,6}\d)/;
const HAN_BEFORE =
  /(?:公链|代币|平台币|主流币|山寨币|老牌币|聚合器|借贷协议|区块链|交易所代币|治理代币|原生代币|元宇宙项目|链游|迷因币|meme币|买入|持有|抛售|做多|做空|空投|枚) ?["「“《]?$/i;
const STRICT_AFTER =
  /^(?:'s)? ?(?:(?:native |governance )?(?:tokens?|coins?|price|staking|stakers?|unlocks?)\b|代币|平台币|币价|价格|持有者|持币|(?:最近)?成交价|质押|解锁|(?:上涨|下跌|大涨|大跌|涨|跌) ?(?:超|逾|近|约|了)? ?\d[\d.]* ?%|\(?[:+-] ?\d[\d.]* ?%)/i;
const STRICT_BEFORE = /(?:\btokens?|\bcoins?|代币|平台币|币种|ticker) ?[:("「“]? ?$/i;

const MARKET =
  /token|coin|exchange|\bfees?\b|\bfunds?\b|crypto|price|market|\bbridg|swap|\bchains?\b|\blocked\b|\btvl\b|\bet[fp]s?\b|binance|coinbase|kraken|robinhood|\bokx\b|bybit|upbit|bithumb|币安|欧易|\bpools?\b|\bdelist|\blist(?:ed|ing|s)\b|trad(?:e|ing)|rall(?:y|ies)|bull|bear\b|whale|holder|investor|liquidat|staking|airdrop|blockchain|defi|launch|protocol|network|lend|yield|rollup|wallet|dapp|buyback|\b(?:rose|fell|gain|surg|slid|jump|drop|climb|plung|tumbl|soar)|[代空]?币|价格|涨|跌|仓|质押|解锁|美元|巨鲸|资金|公链|链上|主网|板块|行情/i;
/** Suffixes that turn a coin's Chinese name into a site's: 比特币之家, 比特币行情网. But not 比特币网络. */
const SITE_AFTER =
  /^ ?(?:20\d\d(?: ?大会| ?峰会|,? conference| in (?!the )[a-z])|之家|中文网|资讯网|新闻网|行情网|交易网|导航|论坛|杂志|百科|日报|周刊|头条|网(?![络关格上点红])|(?:实时)?(?:行情|资讯|新闻)(?:网|平台|app|软件|站|与))/i;

export interface Context {
  readonly before: string;
  readonly after: string;
}

/** Returns the text around a candidate. */
export function contextOf(text: string, { start, end }: Candidate): Context {
  return { before: text.slice(Math.max(0, start - REACH), start), after: text.slice(end, end + REACH) };
}

export const isSite = (term: Candidate['term'], { after }: Context): boolean =>
  term.form === 'name' && SITE_AFTER.test(after);

const ARTICLE_BEFORE = /\b(?:[Tt]he|[Aa]n?|U\.?S\.?) $/;
/** A coin alone takes no article: `the DOT ruled` is an office, `the DOT token` is the coin. */
export const isOffice = (sides: Context): boolean =>
  ARTICLE_BEFORE.test(sides.before) && !AFTER_THING.test(sides.after) && !AFTER_LOOSE.test(sides.after);

/** Whether adjacent text makes a rare or common Chinese word a coin. */
export const isBackedHan = ({ before, after }: Context): boolean =>
  HAN_AFTER.test(after) || HAN_BEFORE.test(before);

// 股市雪崩, 一颗恒星, 两张大饼, 名叫佩佩: the ordinary word, even if a coin has the same name.
const LITERAL_BEFORE = /(?:[市价盘颗如像似张块吃叫]|一场|发生|引发|触发|遭遇) ?了?$/;
export const isLiteral = ({ before }: Context): boolean => LITERAL_BEFORE.test(before);

/** The same for symbols that almost always mean something else (`IP`). */
export const isBackedStrictly = ({ before, after }: Context): boolean =>
  STRICT_AFTER.test(after) || STRICT_BEFORE.test(before) || LARGE_AMOUNT.test(before);

/** For such a symbol once its coin is clearly named: a price move with a figure. */
export const isMoved = ({ after }: Context): boolean =>
  AFTER_FIGURE.test(after) || AFTER_ROW.test(after) || (AFTER_MOVE.test(after) && FIGURE_SOON.test(after));

/** The same for a capitalized word: something only coins have, or a price move with a figure. */
export function isBackedName(sides: Context): boolean {
  const { before, after } = sides;
  return (
    AFTER_THING.test(after) ||
    AFTER_HAN.test(after) ||
    AFTER_APPOSITION.test(after) ||
    BEFORE_THING.test(before) ||
    isMoved(sides)
  );
}

/** The same for an upper-case ticker, which needs less context. */
export function isBackedTicker(sides: Context): boolean {
  const { before, after } = sides;
  return (
    isBackedName(sides) ||
    AFTER_LOOSE.test(after) ||
    AFTER_MOVE.test(after) ||
    BEFORE_DEAL.test(before) ||
    AMOUNT.test(before) ||
    FIGURE_SOON.test(after)
  );
}

const ACTOR =
  /^(?:'s\b|, (?:which|whose|backed|built|the|a|an)\b| (?:said|says|plans?|announced|launche[sd]|unveiled|added|reported|completed|confirmed|introduced|proposed|developers?|team|(?:co-?)?founders?|settled|raised|cut|laid|hired|signed|acquired|partnered|shipped|opened|closed|released|rolled|burned|migrated|upgraded|integrated|listed|paid|voted|agreed|denied|warned|expects|aims|wants|offers|runs|lets|uses|burns|buys|raises|cuts|adds|partners|rebrands|reports|faces|eyes|proposes|begins|starts|opens|joins|wins|loses|sets|unveils|announces|reveals|expands|taps|names|halts|halted|pays|charges|competes|paused|resumed|restarted|activated|deployed|fixed|delayed|tapped)\b)/i;
const BEING =
  /^(?: (?:is|was|has|had|will|can|could|remains?|remained|did|does|holds|trades|looks|keeps|needs|faces|still|[a-z]{2,12}ed)\b|:|-(?:based|native|powered)\b)/;
/** Whether a sentence's first word does what only people and projects do: `Optimism said`, `Mantle, backed by`. */
export const isActor = ({ after }: Context): boolean => ACTOR.test(after);
/** Whether it is followed by something only coins have: `Curve pools`, `Sky traders`. */
export const isOwner = ({ after }: Context): boolean => AFTER_LOOSE.test(after);
/** Whether a generic verb follows: `Polygon remains`. */
export const isSubject = ({ after }: Context): boolean => BEING.test(after);

// `Render Capital`, `Stellar Bank`: the word starts a longer name.
const LONGER_NAME = /^ [A-Z][a-z]{2}/;
export const isInLongerName = ({ after }: Context): boolean => LONGER_NAME.test(after);

const LAST_SENTENCE = /[^.。!?！？\n]*$/;
const FIRST_SENTENCE = /^[^.。!?！？\n]*/;
/** Whether the same sentence, within reach, contains a market word. */
export function isAmongMarketWords({ before, after }: Context): boolean {
  return (
    MARKET.test(LAST_SENTENCE.exec(before)?.[0] ?? '') || MARKET.test(FIRST_SENTENCE.exec(after)?.[0] ?? '')
  );
}
