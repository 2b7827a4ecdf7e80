/** A coin's names and default price. */
export interface CoinFacts {
  id: string;
  symbol: string;
  last: string;
  change24h: string;
  name: string;
  nameHans: string;
  nameHant: string;
  paprikaId: string;
}

// In order of market cap. The first ten rows are exactly the golden table; the other figures are made up.
// id | symbol | last, USDT | 24 h, % | English | simplified | traditional | CoinPaprika id
const TABLE = `
bitcoin|BTC|105239.09|0.76|Bitcoin|比特币|比特幣|btc-bitcoin
ethereum|ETH|2517.54|0.25|Ethereum|以太坊|以太坊|eth-ethereum
tether|USDT|1|0.01|Tether USDt|泰达币|泰達幣|usdt-tether
ripple|XRP|2.1517|0.13|XRP|瑞波币|瑞波幣|xrp-xrp
binancecoin|BNB|646.71|0.96|BNB|币安币|幣安幣|bnb-binance-coin
solana|SOL|145.58|1.24|Solana|索拉纳|索拉納|sol-solana
usd-coin|USDC|0.9998|0.01|USDC|||usdc-usd-coin
tron|TRX|0.2741|-0.11|TRON|波场|波場|trx-tron
dogecoin|DOGE|0.1683|-0.18|Dogecoin|狗狗币|狗狗幣|doge-dogecoin
cardano|ADA|0.5944|0|Cardano|艾达币|艾達幣|ada-cardano
hyperliquid|HYPE|34.217|2.87|Hyperliquid|||hype-hyperliquid
chainlink|LINK|13.42|0.61|Chainlink|||link-chainlink
sui|SUI|2.7815|-1.36|Sui|||sui-sui
stellar|XLM|0.2519|0.44|Stellar|恒星币|恆星幣|xlm-stellar
bitcoin-cash|BCH|487.6|1.92|Bitcoin Cash|比特币现金|比特幣現金|bch-bitcoin-cash
avalanche-2|AVAX|18.47|-0.83|Avalanche|雪崩|雪崩幣|avax-avalanche
hedera-hashgraph|HBAR|0.15322|0.29|Hedera|||hbar-hedera-hashgraph
litecoin|LTC|86.31|0.37|Litecoin|莱特币|萊特幣|ltc-litecoin
shiba-inu|SHIB|0.00001187|-0.92|Shiba Inu|柴犬币|柴犬幣|shib-shiba-inu
the-open-network|GRAM|2.874|1.05|Gram (formerly Toncoin)|||toncoin-the-open-network
monero|XMR|318.55|-0.47|Monero|门罗币|門羅幣|xmr-monero
polkadot|DOT|3.462|-0.58|Polkadot|波卡|波卡|dot-polkadot
uniswap|UNI|7.218|3.14|Uniswap|||uni-uniswap
pepe|PEPE|0.00001234|-2.46|Pepe|||pepe-pepe
dai|DAI|0.9999|0|Dai|||dai-dai
aave|AAVE|268.4|1.73|Aave|||aave-new
bittensor|TAO|331.2|-3.05|Bittensor|||tao-bittensor
near|NEAR|2.164|0.88|NEAR Protocol|||near-near-protocol
internet-computer|ICP|4.927|-0.26|Internet Computer|互联网计算机||icp-internet-computer
ethereum-classic|ETC|16.38|0.15|Ethereum Classic|以太经典|以太經典|etc-ethereum-classic
aptos|APT|4.633|-1.11|Aptos|||apt-aptos
okb|OKB|52.87|0.33|OKB|||okb-okb
ondo-finance|ONDO|0.7714|2.02|Ondo|||ondo-ondo
crypto-com-chain|CRO|0.08431|-0.39|Cronos|||cro-cryptocom-chain
zcash|ZEC|41.27|6.58|Zcash|大零币|大零幣|zec-zcash
cosmos|ATOM|4.031|0.5|Cosmos Hub|||atom-cosmos
vechain|VET|0.02168|-0.69|VeChain|唯链|唯鏈|vet-vechain
algorand|ALGO|0.17945|0.72|Algorand|||algo-algorand
filecoin|FIL|2.289|-0.35|Filecoin|文件币||fil-filecoin
arbitrum|ARB|0.3217|1.48|Arbitrum|||arb-arbitrum
optimism|OP|0.5586|-0.93|Optimism|||op-optimism
polygon-ecosystem-token|POL|0.1832|0.11|Polygon (POL)|||pol-polygon-ecosystem-token
injective-protocol|INJ|10.74|-1.67|Injective|||inj-injective-protocol
render-token|RENDER|3.186|0.95|Render|||rndr-render-token
sei-network|SEI|0.2204|4.36|Sei|||sei-sei
worldcoin-wld|WLD|0.8873|-2.2|World (Worldcoin)|世界币|世界幣|wld-worldcoin
bonk|BONK|0.00001416|-1.53|Bonk|||bonk-bonk1
floki|FLOKI|0.00007692|0.81|FLOKI|||floki-floki-inu
dogwifcoin|WIF|0.8041|-3.72|dogwifhat|||wif-dogwifcoin
official-trump|TRUMP|8.973|-0.64|OFFICIAL TRUMP|特朗普币|川普幣|trump-official-trump
celestia|TIA|1.628|-2.94|Celestia|||tia-celestia
blockstack|STX|0.6517|0.18|Stacks|||stx-stacks
immutable-x|IMX|0.4296|-0.77|Immutable|||imx-immutable-x
lido-dao|LDO|0.7385|2.41|Lido DAO|||ldo-lido-dao
curve-dao-token|CRV|0.5213|1.09|Curve DAO|||crv-curve-dao-token
tezos|XTZ|0.5318|-0.41|Tezos|||xtz-tezos
dash|DASH|20.65|0.24|Dash|达世币|達世幣|dash-dash
vaulta|A|0.5027|-0.55|Vaulta (formerly EOS)|柚子币|柚子幣|a-vaulta
neo|NEO|5.42|0.07|Neo|||neo-neo
qtum|QTUM|1.873|-0.21|Qtum|量子链|量子鏈|qtum-qtum
ontology|ONT|0.1209|0.58|Ontology|本体|本體|ont-ontology
iota|IOTA|0.1573|-0.13|IOTA|||iota-iota
bitcoin-cash-sv|BSV|24.91|-0.96|Bitcoin SV|比特币SV|比特幣SV|bsv-bitcoin-sv
conflux-token|CFX|0.07214|1.35|Conflux|树图|樹圖|cfx-conflux-network
nervos-network|CKB|0.002871|-0.45|Nervos Network|||ckb-nervos-network
the-sandbox|SAND|0.2436|0.66|The Sandbox|沙盒|沙盒|sand-the-sandbox
decentraland|MANA|0.2617|-0.3|Decentraland|||mana-decentraland
axie-infinity|AXS|2.219|-1.02|Axie Infinity|||axs-axie-infinity
apecoin|APE|0.5982|0.4|ApeCoin|||ape-apecoin
chiliz|CHZ|0.03561|-0.59|Chiliz|||chz-chiliz
gala|GALA|0.01439|-1.84|Gala|||gala-gala
theta-token|THETA|0.6904|0.2|Theta Network|||theta-theta-token
sonic-3|S|0.3127|-2.63|Sonic (formerly Fantom)|||s-sonic
sky|SKY|0.08059|1.27|Sky (formerly Maker)|||sky-sky
jupiter-exchange-solana|JUP|0.4178|-0.74|Jupiter|||jup-jupiter
pyth-network|PYTH|0.10254|-1.16|Pyth Network|||pyth-pyth-network
ethena|ENA|0.2648|3.9|Ethena|||ena-ethena
pudgy-penguins|PENGU|0.01583|7.21|Pudgy Penguins|||pengu-pudgy-penguins
fartcoin|FARTCOIN|1.0862|-5.48|Fartcoin|||fartcoin-fartcoin
kaspa|KAS|0.07426|-0.61|Kaspa|||kas-kaspa
mantle|MNT|0.5743|0.35|Mantle|||mnt-mantle
bitget-token|BGB|4.208|0.12|Bitget Token|||bgb-bitget-token
leo-token|LEO|8.967|-0.08|UNUS SED LEO|||leo-leo-token
kucoin-shares|KCS|10.93|0.19|KuCoin Token|||kcs-kucoin-token
gatechain-token|GT|15.87|0.54|GateToken|||gt-gatechain-token
pancakeswap-token|CAKE|2.236|-0.49|PancakeSwap|||cake-pancakeswap
sushi|SUSHI|0.5871|0.9|SushiSwap|寿司|壽司|sushi-sushi
compound-governance-token|COMP|47.83|1.61|Compound|||comp-compoundd
havven|SNX|0.5694|-0.99|Synthetix|||snx-synthetix-network-token
the-graph|GRT|0.08317|0.23|The Graph|||grt-the-graph
ethereum-name-service|ENS|17.92|-0.68|Ethereum Name Service|||ens-ethereum-name-service
jasmycoin|JASMY|0.01268|-1.4|JasmyCoin|||jasmy-jasmycoin
fetch-ai|FET|0.6319|0.85|Artificial Superintelligence Alliance|||fet-fetch-ai
flow|FLOW|0.3274|-0.16|Flow|||flow-flow
starknet|STRK|0.1146|-2.05|Starknet|||strk-starknet
zksync|ZK|0.04873|-1.29|ZKsync|||zk-zksync
pump-fun|PUMP|0.003418|9.37|Pump.fun|||pump-pumpfun
aster-2|ASTER|1.4625|12.64|Aster|||aster-aster
world-liberty-financial|WLFI|0.1849|-4.1|World Liberty Financial|||wlfi-official-world-liberty-financial
story-2|IP|3.127|1.97|Story|||ip-story
plasma|XPL|0.8526|-6.83|Plasma|||xpl-plasma
pendle|PENDLE|3.684|0.79|Pendle|||pendle-pendle
eigenlayer|EIGEN|1.1057|-1.75|EigenCloud (EigenLayer)|||eigen-eigenlayer
quant-network|QNT|104.6|0.31|Quant|||qnt-quant
ordinals|ORDI|7.146|-2.37|ORDI|||ordi-ordi
terra-luna|LUNC|0.00005713|-0.34|Terra Classic|||lunc-terra-luna
bittorrent|BTT|0.0000006234|0.16|BitTorrent|比特流|比特流|btt-bittorrent
just|JST|0.03312|0.03|JUST|||jst-just
first-digital-usd|FDUSD|0.9984|-0.02|First Digital USD|||fdusd-first-digital-usd
usd1-wlfi|USD1|0.9993|0.01|World Liberty Financial USD|||usd1-world-liberty-financial-usd
pax-gold|PAXG|3324.1|0.42|PAX Gold|||paxg-pax-gold
tether-gold|XAUT|3317.6|0.4|Tether Gold|||xaut-tether-gold
`;

/** All coins, largest first. */
export const COIN_FACTS: readonly CoinFacts[] = TABLE.trim().split('\n').map(parseCoinRow);

export const FACTS_BY_ID: ReadonlyMap<string, CoinFacts> = new Map(COIN_FACTS.map((coin) => [coin.id, coin]));

function parseCoinRow(row: string): CoinFacts {
  const [
    id = '',
    symbol = '',
    last = '',
    change24h = '',
    name = '',
    nameHans = '',
    nameHant = '',
    paprika = '',
  ] = row.split('|');
  return { id, symbol, last, change24h, name, nameHans, nameHant, paprikaId: paprika };
}
