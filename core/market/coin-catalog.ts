import type { Coin, CoinList } from './coin.ts';

/**
 * The bundled coins as `id|symbol|English|Simplified|Traditional`. The order is the ranking until a source provides one; the
 * first ten are in the order of the page that Tickside is modeled on. An empty Chinese name means that Chinese sites use the
 * English name; an empty Traditional name means the Simplified one.
 */
export const COIN_LINES: readonly string[] = `
bitcoin|BTC|Bitcoin|比特币|比特幣
ethereum|ETH|Ethereum|以太坊
tether|USDT|Tether|泰达币|泰達幣
ripple|XRP|XRP|瑞波币|瑞波幣
binancecoin|BNB|BNB|币安币|幣安幣
solana|SOL|Solana
usd-coin|USDC|USDC
tron|TRX|TRON|波场|波場
dogecoin|DOGE|Dogecoin|狗狗币|狗狗幣
cardano|ADA|Cardano|艾达币|艾達幣
hyperliquid|HYPE|Hyperliquid
chainlink|LINK|Chainlink
sui|SUI|Sui
stellar|XLM|Stellar|恒星币|恆星幣
bitcoin-cash|BCH|Bitcoin Cash|比特币现金|比特幣現金
avalanche-2|AVAX|Avalanche|雪崩|雪崩幣
hedera-hashgraph|HBAR|Hedera
litecoin|LTC|Litecoin|莱特币|萊特幣
shiba-inu|SHIB|Shiba Inu|柴犬币|柴犬幣
the-open-network|GRAM|Gram
monero|XMR|Monero|门罗币|門羅幣
polkadot|DOT|Polkadot|波卡
uniswap|UNI|Uniswap
pepe|PEPE|Pepe
dai|DAI|Dai
aave|AAVE|Aave
bittensor|TAO|Bittensor
near|NEAR|NEAR Protocol
internet-computer|ICP|Internet Computer|互联网计算机
ethereum-classic|ETC|Ethereum Classic|以太经典|以太經典
aptos|APT|Aptos
okb|OKB|OKB
ondo-finance|ONDO|Ondo
crypto-com-chain|CRO|Cronos
zcash|ZEC|Zcash|大零币|大零幣
cosmos|ATOM|Cosmos Hub
vechain|VET|VeChain|唯链|唯鏈
algorand|ALGO|Algorand
filecoin|FIL|Filecoin|文件币
arbitrum|ARB|Arbitrum
optimism|OP|Optimism
polygon-ecosystem-token|POL|Polygon
injective-protocol|INJ|Injective
render-token|RENDER|Render
sei-network|SEI|Sei
worldcoin-wld|WLD|World|世界币|世界幣
bonk|BONK|Bonk
floki|FLOKI|FLOKI
dogwifcoin|WIF|dogwifhat
official-trump|TRUMP|OFFICIAL TRUMP|特朗普币|川普幣
celestia|TIA|Celestia
blockstack|STX|Stacks
immutable-x|IMX|Immutable
lido-dao|LDO|Lido DAO
curve-dao-token|CRV|Curve DAO
tezos|XTZ|Tezos
dash|DASH|Dash|达世币|達世幣
vaulta|A|Vaulta|柚子币|柚子幣
neo|NEO|Neo
qtum|QTUM|Qtum|量子链|量子鏈
ontology|ONT|Ontology|本体|本體
iota|IOTA|IOTA
bitcoin-cash-sv|BSV|Bitcoin SV|比特币SV|比特幣SV
conflux-token|CFX|Conflux|树图|樹圖
nervos-network|CKB|Nervos Network
the-sandbox|SAND|The Sandbox|沙盒
decentraland|MANA|Decentraland
axie-infinity|AXS|Axie Infinity
apecoin|APE|ApeCoin
chiliz|CHZ|Chiliz
gala|GALA|Gala
theta-token|THETA|Theta Network
sonic-3|S|Sonic
sky|SKY|Sky
jupiter-exchange-solana|JUP|Jupiter
pyth-network|PYTH|Pyth Network
ethena|ENA|Ethena
pudgy-penguins|PENGU|Pudgy Penguins
fartcoin|FARTCOIN|Fartcoin
kaspa|KAS|Kaspa
mantle|MNT|Mantle
bitget-token|BGB|Bitget Token
leo-token|LEO|UNUS SED LEO
kucoin-shares|KCS|KuCoin Token
gatechain-token|GT|GateToken
pancakeswap-token|CAKE|PancakeSwap
sushi|SUSHI|SushiSwap|寿司|壽司
compound-governance-token|COMP|Compound
havven|SNX|Synthetix
the-graph|GRT|The Graph
ethereum-name-service|ENS|Ethereum Name Service
jasmycoin|JASMY|JasmyCoin
fetch-ai|FET|ASI Alliance
flow|FLOW|Flow
starknet|STRK|Starknet
zksync|ZK|ZKsync
pump-fun|PUMP|Pump.fun
aster-2|ASTER|Aster
world-liberty-financial|WLFI|World Liberty Financial
story-2|IP|Story
plasma|XPL|Plasma
pendle|PENDLE|Pendle
eigenlayer|EIGEN|EigenCloud
quant-network|QNT|Quant
ordinals|ORDI|ORDI
terra-luna|LUNC|Terra Classic
bittorrent|BTT|BitTorrent|比特流
just|JST|JUST
first-digital-usd|FDUSD|First Digital USD
usd1-wlfi|USD1|World Liberty USD
pax-gold|PAXG|PAX Gold
tether-gold|XAUT|Tether Gold
`
  .trim()
  .split('\n');

function coinOf(line: string): Coin {
  const [id = '', symbol = '', en = '', hans = '', hant = ''] = line.split('|');
  return { id, symbol, name: { en, 'zh-Hans': hans || en, 'zh-Hant': hant || hans || en } };
}

/** All supported coins, in bundled order. */
export const COINS: readonly Coin[] = COIN_LINES.map(coinOf);

/** The same coins by CoinGecko id. */
export const COIN_BY_ID: CoinList = new Map(COINS.map((coin) => [coin.id, coin]));

/** Stablecoins pegged to the dollar: an unchanged price is normal for them. */
export const PEGGED: ReadonlySet<string> = new Set([
  'tether',
  'usd-coin',
  'dai',
  'first-digital-usd',
  'usd1-wlfi',
]);
