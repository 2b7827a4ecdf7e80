import type { Context } from './context.ts';

/** Firms and funds named after a coin. All patterns run on the bounded text next to a candidate. */

const any = (...lists: string[]): string => `(?:${lists.join('|')})`;

const LEGAL_FORM = /^,? (?:Inc|Corp|Corporation|Ltd|Limited|LLC|PLC|plc|AG|SE|S\.A)\b/;
/** Words that firms add to their names; headlines may use them after anything. */
const BUSINESS =
  /^ (?:Group|Strategies|Strategy (?:Company|Holdings)|Holdings,? (?:Inc|Ltd|Limited|PLC|plc)|Capital|Partners|Technolog(?:y|ies)|Acquisition|Company|Treasury Co|Bank|Bancorp|Health)\b/;
/**
 * `Tron Inc.`, `Sui Group`, `SOL Strategies`: firms that hold a coin for their shareholders are often named after it.
 */
export const isFirmName = ({ after }: Context, isHeadline: boolean): boolean =>
  LEGAL_FORM.test(after) || (!isHeadline && BUSINESS.test(after));

const EXCHANGE_BEFORE =
  /(?:\b(?:nasdaq|nyse(?: american| arca)?|amex|tsxv?|hkex|cboe|otc(?:qb|qx)?|lse|asx)|(?:股票|股份|美股|证券)(?:代码|代号)|美股) ?:? ?["“]?$/i;
const SYMBOL_BEFORE =
  /(?:\b(?:nasdaq|nyse|stock exchange|shares|stock|trust|fund|etf)|纳斯达克|纽交所|上市|信托|基金)[^.。]{0,24}(?: ticker| symbol|代码)(?: symbol)?[^。,]{0,4} ?:? ?["“]?$/i;
const FUND_BEFORE =
  /(?:\b(?:Trust|Fund|ETF|Bitwise|Grayscale|VanEck|Fidelity|BlackRock|Franklin|21Shares|Canary|Invesco) \(|\b(?:Inc|Corp|Ltd|Group|Holdings|Co)\.? ?\(|信托(?:基金)?(?: ?ETF ?\(?| ?\())["“]?$/;
/** `(NASDAQ: STX)`, `Bitcoin Mini Trust (BTC)`: a stock symbol. */
export const isShare = ({ before }: Context): boolean =>
  EXCHANGE_BEFORE.test(before) || SYMBOL_BEFORE.test(before) || FUND_BEFORE.test(before);

const BELONGINGS = any(
  'labs|ceo|c[tof]o|coo|chief|executives?|lawyers?|attorneys?|general counsel|inc\\b|ltd|limited|holdings|president|chair(?:man|woman)?',
  'co-?founder|founder|head of|employees?|spokes|board\\b|headquarters|offices?\\b|case\\b|lawsuit|appeal\\b|annual\\b|quarterly\\b|legal\\b',
  'conference|valuation|acquisition|shares\\b|stock\\b|business\\b|payments?\\b|corporate|profits?\\b|revenues?\\b|earnings|reserves?\\b',
  'attestation|audit|balance sheet|investments?\\b|ipo\\b|funding round|share sale|subsidiary|parent\\b|licen[cs]e|charter|treasury\\b|partnership',
);
const OWN_COIN =
  "'s (?:own |new |flagship |planned |dollar(?:-pegged)? |native |gold-backed )*(?:stablecoin|token|usdt|rlusd|usat|xrp|xaut)\\b";
/** What may come before the verb. Removed first, because repeating it in one large pattern is slow to compile. */
const LEAD =
  /^(?:(?:,? and|,) \w{2,12}){0,2}(?:,? which)? (?:(?:both|at least|even|still|also|ha[sd]|have|will|would|is|was|then|later|recently|reportedly|now|already|currently|separately|since|itself|to|may|could) )*/i;
/** Verbs of firms, without those used for prices too: loses, adds, leads, hits. */
const ACTS = any(
  'said|says|told|paid|pays?|bought|buys?|buying|acquire[sd]?|completed?|completes|plans?|planned|planning|announce[sd]?|launch(?:e[sd])?',
  'filed?|files|hire[sd]?|mint(?:s|ed)?|froze|frozen|freezes?|issue[sd]?|invest(?:s|ed)?|owns?|owned|report(?:s|ed)?|denie[sd]|declined|agree[sd]?',
  'settle[sd]?|appeal(?:s|ed)?|argue[sd]?|sue[sd]?|won|lobb(?:y|ies|ied)|urge[sd]?|confirm(?:s|ed)?|disclose[sd]?|publishe[sd]|sign(?:s|ed)?',
  'partner(?:s|ed)?|secure[sd]?|receive[sd]?|obtain(?:s|ed)?|appl(?:y|ies|ied)|raise[sd]?|raising|expand(?:s|ed)?|unveil(?:s|ed)?|introduce[sd]?',
  'appoint(?:s|ed)?|names|named|taken|takes|took|made|makes|offer(?:s|ed)?|operates?|sold|sells|burn(?:s|ed)|backs|backed|donate[sd]?|moved (?!up|down|higher|lower)',
  'redeem(?:s|ed)|blacklist(?:s|ed)|earn(?:s|ed)|seek(?:s|ing)?|sought|admit(?:s|ted)|claim(?:s|ed)|insist(?:s|ed)|wants|hopes|expects|building|working|in talks|le(?:d|ads) (?:a|the) (?:[\\w$.-]+ ){0,3}(?:round|raise|investment)|mulls|weighs|eyes? (?!\\$)',
);
const HAN_BELONGINGS = any(
  '公司|首席|执行长|技术长|法务长|财务长|营运长|高层|高管|创始人|联合创始人|联创|法务|律师|总裁|董事|实验室|员工|发言人|集团',
  'c[etf]o|一案|案|诉讼|旗下|储备|准备金|利润|营收|估值|上市|官方',
);
const HAN_ACTS = any(
  '表示|宣布|增发|铸造|冻结|发行(?!量)|推出|收购|投资|披露|公布|任命|聘请|计划|起诉|回应|指出|否认|购入|买入|增持|申请|获批|获得|完成',
  '拿下|取得|获准|递交|提交|入股|领投|参投|加入|扩大|开设|裁员|联手|携手|布局|进军|发布|支付|和解|上诉|胜诉|缴纳|签署|合作|拟|称(?!为)|认为|强调|警告',
);
const HAN_LEAD =
  /^ ?(?:新增|再|刚刚|继续|持续|同时|先后|分别|均|亦|首次|未|并|去年|今年|上周|本周|于|在|今日|昨日|已|将|也|还|曾|近日|此前|则|正|刚|随后|随即|又|以|对|为|与|向)[^。,;]{0,12}?$/;
const PEERS = any(
  '(?:the )?sec\\b|circle|paxos|coinbase|binance|kraken|paypal|consensys|blackrock|visa|mastercard|stripe|bitgo|robinhood',
);

const ACT = new RegExp(`^${ACTS}\\b`, 'i');
const HAN_ACT = new RegExp(HAN_ACTS);
const COMPANY_AFTER = new RegExp(
  [
    `^(?:'s)? ${BELONGINGS}`,
    `^${OWN_COIN}`,
    '^-(?:backed|owned|led|issued|affiliated|funded|controlled|acquired|run)\\b',
    '^,? (?:whose|(?:the )?issuer of)\\b',
    `^(?:, (?:and )?| and | ?、 ?| ?和 ?| ?与 ?)${PEERS}`,
    `^ ?的?${HAN_BELONGINGS}`,
    '^[^。]{0,50}(?:\\bthe (?:company|firm)\\b|net profit|该公司|净利润)',
  ].join('|'),
  'i',
);
const COMPANY_BEFORE = new RegExp(
  [
    '\\b(?:ceo|c[tof]o|executives?|founder|president|employees?|lawyers?|board|head|office|shares?|stake) (?:of|at|for|in) $',
    '\\b(?:issuer|company|firm|fintech|startup|operator|against|sued|suing|v\\.|vs\\.?|according to|partner(?:s|ed|ship|ing)? with|talks with|runs|heads|founded|joined|left|at|works? for) $',
    '\\b(?:issued|minted|frozen|backed|led|owned|controlled|acquired|founded|run|operated|filed|launched|developed|published|announced) by $',
    '(?:公司|发行商|发行方|企业|起诉|诉|控告|指控|据|由|被|巨头) ?$',
    `\\b${PEERS}(?:, | and | ?、| ?和 ?| ?与 ?)$`,
  ].join('|'),
  'i',
);

/** `Tether's Paolo Ardoino said` */
const PERSON_AFTER = /^'s [A-Z][a-z]+ [A-Z][a-z]+,? [a-z]/;

/** Whether a verb that only firms use follows. */
function isActing({ after }: Context): boolean {
  if (ACT.test(after.replace(LEAD, ''))) return true;
  const at = after.search(HAN_ACT);
  return at >= 0 && (/^ ?$/.test(after.slice(0, at)) || HAN_LEAD.test(after.slice(0, at)));
}

/** For Ripple and Tether: whether the firm is meant, by its people, property or actions. */
export const isCompany = (sides: Context): boolean =>
  COMPANY_AFTER.test(sides.after) ||
  PERSON_AFTER.test(sides.after) ||
  COMPANY_BEFORE.test(sides.before) ||
  isActing(sides);
