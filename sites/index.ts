import type { Site } from '../core/sites/site.ts';
import { zeroDailyCom } from './0daily.com.ts';
import { abmediaIo } from './abmedia.io.ts';
import { ambcryptoCom } from './ambcrypto.com.ts';
import { beincryptoCom } from './beincrypto.com.ts';
import { bitcoinmagazineCom } from './bitcoinmagazine.com.ts';
import { bitpushNews } from './bitpush.news.ts';
import { bittimesNet } from './bittimes.net.ts';
import { blockheadCo } from './blockhead.co.ts';
import { blockmediaCoKr } from './blockmedia.co.kr.ts';
import { blocktempoCom } from './blocktempo.com.ts';
import { blockweeksCom } from './blockweeks.com.ts';
import { blockworksCo } from './blockworks.co.ts';
import { chaincatcherCom } from './chaincatcher.com.ts';
import { chainfeedsXyz } from './chainfeeds.xyz.ts';
import { coindeskCom } from './coindesk.com.ts';
import { coingapeCom } from './coingape.com.ts';
import { coinjournalNet } from './coinjournal.net.ts';
import { coinliveCom } from './coinlive.com.ts';
import { coinnessCom } from './coinness.com.ts';
import { coinpediaOrg } from './coinpedia.org.ts';
import { coinpostJp } from './coinpost.jp.ts';
import { cointelegraphCom } from './cointelegraph.com.ts';
import { cryptobriefingCom } from './cryptobriefing.com.ts';
import { cryptonewsCom } from './cryptonews.com.ts';
import { cryptopotatoCom } from './cryptopotato.com.ts';
import { cryptoslateCom } from './cryptoslate.com.ts';
import { decryptCo } from './decrypt.co.ts';
import { diariobitcoinCom } from './diariobitcoin.com.ts';
import { dlnewsCom } from './dlnews.com.ts';
import { foresightnewsPro } from './foresightnews.pro.ts';
import { jinseComCn } from './jinse.com.cn.ts';
import { neweconomyJp } from './neweconomy.jp.ts';
import { newsBitcoinCom } from './news.bitcoin.com.ts';
import { newsbtcCom } from './newsbtc.com.ts';
import { odailyNews } from './odaily.news.ts';
import { panewslabCom } from './panewslab.com.ts';
import { protosCom } from './protos.com.ts';
import { techflowpostCom } from './techflowpost.com.ts';
import { theblockCo } from './theblock.co.ts';
import { theblockbeatsInfo } from './theblockbeats.info.ts';
import { thedefiantIo } from './thedefiant.io.ts';
import { tokenpostKr } from './tokenpost.kr.ts';
import { web3caffCom } from './web3caff.com.ts';
import { wublockSubstackCom } from './wublock.substack.com.ts';
import { wublock123Com } from './wublock123.com.ts';
import { wublockchainXyz } from './wublockchain.xyz.ts';
import { zombitInfo } from './zombit.info.ts';

/** Every site the panel stands on right after install. The only list of them. */
export const SITES: readonly Site[] = [
  odailyNews,
  zeroDailyCom,
  panewslabCom,
  theblockbeatsInfo,
  chaincatcherCom,
  foresightnewsPro,
  techflowpostCom,
  jinseComCn,
  bitpushNews,
  wublock123Com,
  wublockSubstackCom,
  web3caffCom,
  blockweeksCom,
  chainfeedsXyz,
  blocktempoCom,
  abmediaIo,
  zombitInfo,
  coindeskCom,
  cointelegraphCom,
  decryptCo,
  theblockCo,
  blockworksCo,
  bitcoinmagazineCom,
  cryptoslateCom,
  beincryptoCom,
  protosCom,
  thedefiantIo,
  dlnewsCom,
  cryptobriefingCom,
  ambcryptoCom,
  coingapeCom,
  coinpediaOrg,
  cryptopotatoCom,
  newsbtcCom,
  cryptonewsCom,
  newsBitcoinCom,
  coinjournalNet,
  blockheadCo,
  coinliveCom,
  wublockchainXyz,
  coinpostJp,
  neweconomyJp,
  bittimesNet,
  tokenpostKr,
  blockmediaCoKr,
  coinnessCom,
  diariobitcoinCom,
];
