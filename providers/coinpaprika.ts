import type { Provider } from '../core/sources/price-source.ts';
import { failed } from '../core/sources/result.ts';
import { getOwn, isRecord } from '../core/storage/guards.ts';
import { parseTimestamp } from './lib/parse-values.ts';
import { type Row, type RowReader, readDollarTickers } from './lib/read-tickers.ts';

// Ids consist of a ticker and a name, and stay the same after a renaming.
const TABLE = `
bitcoin=btc-bitcoin ethereum=eth-ethereum tether=usdt-tether ripple=xrp-xrp binancecoin=bnb-binance-coin
solana=sol-solana usd-coin=usdc-usd-coin tron=trx-tron dogecoin=doge-dogecoin cardano=ada-cardano
hyperliquid=hype-hyperliquid chainlink=link-chainlink sui=sui-sui stellar=xlm-stellar
bitcoin-cash=bch-bitcoin-cash avalanche-2=avax-avalanche hedera-hashgraph=hbar-hedera-hashgraph
litecoin=ltc-litecoin shiba-inu=shib-shiba-inu the-open-network=toncoin-the-open-network monero=xmr-monero
polkadot=dot-polkadot uniswap=uni-uniswap pepe=pepe-pepe dai=dai-dai aave=aave-new bittensor=tao-bittensor
near=near-near-protocol internet-computer=icp-internet-computer ethereum-classic=etc-ethereum-classic
aptos=apt-aptos okb=okb-okb ondo-finance=ondo-ondo crypto-com-chain=cro-cryptocom-chain zcash=zec-zcash
cosmos=atom-cosmos vechain=vet-vechain algorand=algo-algorand filecoin=fil-filecoin arbitrum=arb-arbitrum
optimism=op-optimism polygon-ecosystem-token=pol-polygon-ecosystem-token
injective-protocol=inj-injective-protocol render-token=rndr-render-token sei-network=sei-sei
worldcoin-wld=wld-worldcoin bonk=bonk-bonk1 floki=floki-floki-inu dogwifcoin=wif-dogwifcoin
official-trump=trump-official-trump celestia=tia-celestia blockstack=stx-stacks immutable-x=imx-immutable-x
lido-dao=ldo-lido-dao curve-dao-token=crv-curve-dao-token tezos=xtz-tezos dash=dash-dash vaulta=a-vaulta
neo=neo-neo qtum=qtum-qtum ontology=ont-ontology iota=iota-iota bitcoin-cash-sv=bsv-bitcoin-sv
conflux-token=cfx-conflux-network nervos-network=ckb-nervos-network the-sandbox=sand-the-sandbox
decentraland=mana-decentraland axie-infinity=axs-axie-infinity apecoin=ape-apecoin chiliz=chz-chiliz
gala=gala-gala theta-token=theta-theta-token sonic-3=s-sonic sky=sky-sky jupiter-exchange-solana=jup-jupiter
pyth-network=pyth-pyth-network ethena=ena-ethena pudgy-penguins=pengu-pudgy-penguins fartcoin=fartcoin-fartcoin
kaspa=kas-kaspa mantle=mnt-mantle bitget-token=bgb-bitget-token leo-token=leo-leo-token
kucoin-shares=kcs-kucoin-token gatechain-token=gt-gatechain-token pancakeswap-token=cake-pancakeswap
sushi=sushi-sushi compound-governance-token=comp-compoundd havven=snx-synthetix-network-token
the-graph=grt-the-graph ethereum-name-service=ens-ethereum-name-service jasmycoin=jasmy-jasmycoin
fetch-ai=fet-fetch-ai flow=flow-flow starknet=strk-starknet zksync=zk-zksync pump-fun=pump-pumpfun
aster-2=aster-aster world-liberty-financial=wlfi-official-world-liberty-financial story-2=ip-story
plasma=xpl-plasma pendle=pendle-pendle eigenlayer=eigen-eigenlayer quant-network=qnt-quant ordinals=ordi-ordi
terra-luna=lunc-terra-luna bittorrent=btt-bittorrent just=jst-just first-digital-usd=fdusd-first-digital-usd
usd1-wlfi=usd1-world-liberty-financial-usd pax-gold=paxg-pax-gold tether-gold=xaut-tether-gold
`;
// Alternative ids; of two rows the newer counts.
const ALSO = [
  ['render-token', 'render-render'],
  ['bonk', 'bonk-bonk'],
  ['iota', 'miota-iota'],
] as const;

const COVERED = new Map(
  TABLE.trim()
    .split(/\s+/)
    .map((entry) => entry.split('='))
    .map(([id = '', name = '']) => [id, name]),
);
const COINS = new Map([
  ...[...COVERED].map(([id, name]): [string, string] => [name, id]),
  ...ALSO.map(([id, name]): [string, string] => [name, id]),
]);

/** Returns the row with its dollar figures, which are nested two levels deep. */
function inDollars(row: Row): Row {
  const quotes = getOwn(row, 'quotes');
  const usd = isRecord(quotes) ? getOwn(quotes, 'USD') : undefined;
  return isRecord(usd) ? usd : {};
}

const READER: RowReader = {
  source: 'coinpaprika',
  key: 'id',
  coins: COINS,
  fields(row) {
    const figures = inDollars(row);
    return {
      last: getOwn(figures, 'price'),
      change24h: getOwn(figures, 'percent_change_24h'),
      at: parseTimestamp(row.last_updated),
      volume24h: getOwn(figures, 'volume_24h'),
    };
  },
};

/**
 * CoinPaprika, some 2,000 coins in one response: dollars, converted to USDT, some ten minutes old. 20,000 requests per month
 * without a key; beyond that, or if its plans change, the response is a 402.
 * Source: docs.coinpaprika.com, "Get tickers for all active coins".
 */
export const coinpaprika: Provider = {
  id: 'coinpaprika',
  label: 'CoinPaprika',
  origins: ['https://api.coinpaprika.com'],
  scope: 'all',
  limit: { requests: 4, perMs: 10 * 60_000 },
  freshMs: 30 * 60_000,
  covers: (id) => COVERED.has(id),
  request: () => '/v1/tickers?quotes=USD',
  decode({ body, at }, ids, usdtUsd) {
    if (!Array.isArray(body)) return failed('bad-shape');
    return readDollarTickers(READER, body, ids, at, usdtUsd);
  },
};
