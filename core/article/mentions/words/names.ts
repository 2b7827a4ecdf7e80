/**
 * How much context a name needs to count as the coin: `sure` none; `likely` an article about crypto, and its capitals;
 * `word` a market word, a figure, or the same coin clearly named elsewhere; `rare` supporting text next to it, every
 * time.
 */
export type Tier = 'sure' | 'likely' | 'word' | 'rare';

const words = (text: string): Set<string> => new Set(text.trim().split(/\s*[|\n]\s*/));

/**
 * More names for reading articles, besides those in the catalog and in `core/market/coin-aliases.ts`: too ambiguous for
 * search. After `=`, the capitals must match exactly. Suffixes (Labs, Network, Foundation) are not part of a name.
 */
export const MORE_NAMES: Readonly<Record<string, readonly string[]>> = {
  bitcoin: ['Bitcoins'],
  monero: ['门罗'],
  litecoin: ['莱特'],
  cardano: ['艾达'],
  sushi: ['Sushi'],
  'pax-gold': ['Paxos Gold'],
  'bitcoin-cash-sv': ['Bitcoin Satoshi Vision'],
  ethereum: ['乙太坊', '乙太币', '以太', '乙太', '姨太', '二姨太'],
  ripple: ['XRPL'],
  tron: ['Tron'],
  tether: ['=USDt'],
  'tether-gold': ['=XAUt'],
  iota: ['Iota'],
  dogecoin: ['Doge'],
  'hedera-hashgraph': ['Hedera Hashgraph'],
  'the-open-network': ['TON Coin'],
  'bitcoin-cash': ['BitcoinCash'],
  near: ['Near'],
  'internet-computer': ['Internet Computer Protocol', '互联网电脑'],
  cosmos: ['Cosmos'],
  'worldcoin-wld': ['World Network', 'World Chain'],
  floki: ['Floki', 'Floki Inu'],
  'official-trump': [
    // Exactly these capitals: TRUMP in upper case is the ticker.
    ...['=Trump coin', '=Trump token', '=Trump memecoin', '=Trump meme coin'],
    ...['川普币', '特朗普代币', '川普代币', '特朗普迷因币', '川普迷因币', '特朗普Meme币', '川普Meme币'],
  ],
  'immutable-x': ['Immutable X', 'ImmutableX'],
  'lido-dao': ['Lido'],
  'curve-dao-token': ['Curve'],
  'the-sandbox': ['Sandbox'],
  gala: ['Gala Games'],
  'theta-token': ['Theta'],
  sky: ['MakerDAO'],
  'pyth-network': ['Pyth'],
  'fetch-ai': ['FetchAI'],
  'pump-fun': ['PumpFun', 'Pump fun'],
  'world-liberty-financial': ['World Liberty'],
  eigenlayer: ['EigenLayer'],
  'ethereum-name-service': ['以太坊名称服务', '以太坊域名服务'],
  'terra-luna': ['Terra Luna Classic', 'Luna Classic', '露娜经典'],
};

const TICKERS: Readonly<Record<Exclude<Tier, 'sure'>, ReadonlySet<string>>> = {
  likely: words(
    `SOL|ADA|SUI|PEPE|DAI|TAO|ALGO|FIL|ARB|POL|INJ|SEI|BONK|FLOKI|WIF|TIA|STX|LDO|CRV|ONT|AXS|MANA|THETA|JUP|PYTH|ENA|KAS|KCS
    SUSHI|SNX|GRT|ENS|FET|STRK|PENDLE|EIGEN|QNT|JST|XPL|ONDO|ORDI|IMX|RNDR|MKR|FTM|CHZ|BGB|BTT|HBAR|WLD|IOTA|DOGE|BSV|CFX|USD1`,
  ),
  word: words(
    `LINK|NEAR|UNI|DOT|ATOM|ICP|ETC|APT|CRO|VET|OP|RENDER|TRUMP|DASH|NEO|SAND|APE|GALA|SKY|MNT|LEO|CAKE|COMP|FLOW|PUMP|ASTER
    HYPE|GRAM|TON|EOS|ASI|BCC|XDG`,
  ),
  rare: words('IP|ZK|GT|JUST'),
};

const NAMES: Readonly<Record<Exclude<Tier, 'sure'>, ReadonlySet<string>>> = {
  likely: words(
    `tron|stellar|avalanche|sui|sei|ripple|polygon|cosmos|cronos|celestia|injective|bonk|pepe|iota|ether|bittorrent|pendle|pyth
    lido|doge|ondo|theta|floki|lumens|the graph|the sandbox|world liberty|immutable x
    大饼|二饼|瑞波|狗币|以太|乙太|姨太|二姨太|世界币|美元币|零币|互联网计算机|互联网电脑|辣条|波场|小蚁`,
  ),
  word: words(
    `optimism|render|immutable|compound|jupiter|sonic|sky|maker|story|plasma|aster|quant|just|flow|dash|neo|gala|dai|gram|curve
    ontology|stacks|near|mantle|sandbox|sol|sushi
    门罗|莱特|艾达|柚子|木星|寿司|露娜|佩佩|马蹄|薄饼|树图|链克|阿童木|海德拉|比特流|阿蟹|胖企鹅|链环`,
  ),
  rare: words('world|雪崩|恒星|沙盒|本体|多边形|煎饼'),
};

/** @param ticker upper case */
export const tierOfTicker = (ticker: string): Tier => tierIn(TICKERS, ticker);
/** @param name folded, lower case */
export const tierOfName = (name: string): Tier => tierIn(NAMES, name);

function tierIn(tiers: Readonly<Record<Exclude<Tier, 'sure'>, ReadonlySet<string>>>, text: string): Tier {
  if (tiers.likely.has(text)) return 'likely';
  if (tiers.word.has(text)) return 'word';
  return tiers.rare.has(text) ? 'rare' : 'sure';
}

/** Certain names that consist of common words: they must be capitalized. */
export const CAPITALS_ONLY = words(
  `tether|internet computer|internet computer protocol|the open network|theta network|curve dao|first digital usd|near protocol
  ethereum name service|world network|world chain|pax gold|paxos gold|tether gold|immutable|cosmos hub|the graph|the sandbox
  world liberty|celestia|cronos|fantom
  artificial superintelligence alliance|asi alliance|terra classic|luna classic|vaulta|hedera|gala games|ethena|official trump`,
);

/**
 * Tickers that are also words but in upper case, in an article full of coins, hardly mean anything else. The other such
 * tickers are also abbreviations.
 */
export const PLAIN_IN_CAPITALS = words(
  'link|near|uni|dot|atom|render|sand|ape|gala|sky|leo|cake|flow|aster|gram|neo|hype|icp|etc|apt|cro|vet|op|dash|mnt|comp|ton|eos',
);

/** Those that are part of common phrases: in upper case within a phrase (`for NEAR by chat`) they are tickers. */
export const PLAIN_IN_PHRASES = words('near|link|flow|gala|sand|sky');

/** The same for names: capitalized within a sentence, they are the project. */
export const PLAIN_WITH_CAPITAL = words(
  'optimism|immutable|compound|jupiter|curve|render|mantle|aster|stacks|ontology|gala|maker|sonic|dai|dash|plasma|sky|flow',
);

/** Names for search only: in an article they mean the kind of coin, or an exchange. */
export const NOT_READ = words('黄金代币|粉丝币|库币');

/** Names that are also words: at the start of a sentence or in a headline, their capital means nothing. */
export const DICTIONARY = words('stellar|avalanche|polygon|cosmos|injective|ripple|iota|theta|ether');

/** Words that can start a sentence without being a name. */
export const NOBODY = words('near|just|optimism');

/**
 * Adjectives: a noun follows in the ordinary meaning (`Stellar trading`), so a verb is needed (`Stellar was built`).
 */
export const ADJECTIVES = words('stellar|injective');

/** Names that newspapers write in lower case. */
export const SMALL_NAMES = words('ether|lumens');

/** Tickers that after an article are an office: `the DOT ruled`, `an ADA lawyer`. */
export const OFFICES = words('dot|ada|cro|apt');

/** Food, even though the coin's nickname is likely in an article about crypto. */
export const FOOD = words('大饼|二饼|辣条');

/** Firms named like a coin: next to words for a firm's people and offices, the firm is meant. */
export const FIRMS = words('ripple|瑞波|tether');

/** Shorter symbols are never read as a coin. */
export const SHORTEST_TICKER = 2;
