import { LANGUAGES, type Language, languageOfTag } from '../i18n/language.ts';
import { type DisclaimerRecord, type DisclaimerText, genericRecord, genericText } from './general.ts';
import type { Region } from './region.ts';

/** A disclaimer for one region in one language. For information only; never a sign of approval by an authority. */
export interface RegionalDisclaimer extends DisclaimerText, DisclaimerRecord {
  readonly region: Region;
  /** BCP 47 tag of the text. */
  readonly lang: string;
  /** How well the wording is confirmed: by an official text, by a copy of it, or not at all. */
  readonly evidence: 'documented' | 'observed' | 'unconfirmed';
  /** Date of the last check. */
  readonly verifiedOn: string;
  /** Where the wording or its content comes from. */
  readonly source: string;
}

const record = (
  region: Region,
  lang: string,
  [short, rest]: readonly [short: string, rest: string],
  provenance: Pick<RegionalDisclaimer, 'basis' | 'status' | 'evidence' | 'source'>,
): RegionalDisclaimer => ({
  id: `${region}-${lang}`,
  version: 1,
  region,
  lang,
  short,
  rest,
  verifiedOn: '2026-11-23',
  ...provenance,
});

const HK = {
  basis: 'Our wording, after texts of the Investor and Financial Education Council and of DBS Hong Kong.',
  status: 'ours',
  evidence: 'documented',
  source: 'IFEC and DBS HK investor texts; no sentence is prescribed for third parties',
} as const;

/** The first text of a region is the original; the others are our translations. */
export const REGIONAL: readonly RegionalDisclaimer[] = [
  record(
    'cn',
    'zh-Hans',
    [
      '虚拟货币不具有与法定货币等同的法律地位，虚拟货币相关业务活动属于非法金融活动。',
      '参与虚拟货币投资交易活动存在法律风险。',
    ],
    {
      basis: '银发〔2026〕42号《关于进一步防范和处置虚拟货币等相关风险的通知》',
      status: 'quoted',
      // The clause on losses is left out: its wording in the 2026 notice was not verified at the source.
      evidence: 'observed',
      source:
        'the sentences of the 2021 notice as quoted in two court judgments; repealed and replaced in 2026',
    },
  ),
  record(
    'hk',
    'en',
    [
      'Virtual assets are high-risk and prices are volatile; you may lose your entire investment.',
      " Check the SFC's list of licensed virtual asset trading platforms; investors on unlicensed platforms may not be protected.",
    ],
    HK,
  ),
  record(
    'hk',
    'zh-Hant',
    [
      '虛擬資產風險極高，價格波動劇烈，你可能損失全部投資。',
      '請查閱證監會的持牌虛擬資產交易平台名單；於無牌平台交易的投資者未必受到保障。',
    ],
    HK,
  ),
  record(
    'sg',
    'en',
    [
      'Cryptocurrency trading is highly risky and not suitable for the general public.',
      ' The price can fluctuate greatly and you could lose all the money you put in. There is no legislative protection for losses.',
    ],
    {
      basis: 'The position of the Monetary Authority of Singapore, condensed by us.',
      status: 'ours',
      evidence: 'documented',
      source: 'MoneySense; MAS, 17 January 2022',
    },
  ),
  record(
    'jp',
    'ja',
    [
      '暗号資産は、日本円や米ドルなどの法定通貨ではありません。',
      '国や中央銀行によって価値が保証されておらず、価格変動により損失が生じるおそれがあります。',
    ],
    {
      basis: 'Our sentence; what it says is official.',
      status: 'ours',
      evidence: 'documented',
      source: 'gov-online.go.jp; FSA guideline on advertising',
    },
  ),
  record(
    'uk',
    'en-GB',
    [
      "Don't invest unless you're prepared to lose all the money you invest.",
      ' This is a high-risk investment and you should not expect to be protected if something goes wrong.',
    ],
    {
      basis:
        'The risk warning of FCA PS23/6, shown as information. Without its link: no summary of ours stands behind it.',
      status: 'quoted',
      evidence: 'observed',
      source: 'eight public codebases with the same words; the rule itself was not opened',
    },
  ),
  record(
    'eu',
    'en',
    [
      'Crypto-assets can be highly risky and volatile, and your protection may be limited depending on the asset and provider.',
      ' You could lose all the money you invest. Check that a provider is authorised under MiCA.',
    ],
    {
      basis:
        "A paraphrase of the joint warning of the European Supervisory Authorities; not MiCA's sentence for offerors.",
      status: 'ours',
      evidence: 'observed',
      source: 'ESAs, 6 October 2025, as reported',
    },
  ),
  record(
    'us',
    'en-US',
    [
      'Crypto assets are volatile and speculative; you can lose all the money you invest.',
      ' They are not insured by the FDIC or SIPC. Not investment advice.',
    ],
    {
      basis: 'Our wording; not checked against an official text.',
      status: 'unverified',
      evidence: 'unconfirmed',
      source: 'none',
    },
  ),
];

/** Returns a region's text in the requested language, else in its first language; null if the region has none. */
export function regionalText(region: Region, language: Language): RegionalDisclaimer | null {
  const texts = REGIONAL.filter((text) => text.region === region);
  return texts.find(({ lang }) => languageOfTag(lang) === language) ?? texts[0] ?? null;
}

/** What the page-facing script reads in addition to its bundled short disclaimer. Text only. */
export interface PageDisclaimer {
  /** `id@version` of the shown texts; used to remember that the user collapsed them. */
  readonly id: string;
  readonly rest: string;
  /** The regional text and its language; empty if there is none. */
  readonly lang: string;
  readonly regional: string;
  readonly regionalRest: string;
}

/**
 * Returns the page disclaimers by panel language. The general text in the user's language always comes first: it covers
 * what official texts do not (prices may be late or wrong), and users may not be able to read the regional text. The
 * two versions are added, so the sum grows when either text changes.
 */
export const pageDisclaimers = (region: Region): Readonly<Record<Language, PageDisclaimer>> =>
  Object.fromEntries(
    LANGUAGES.map((language) => {
      const generic = genericRecord(language);
      const text = regionalText(region, language);
      return [
        language,
        {
          id: text
            ? `${text.id}-${language}@${generic.version + text.version}`
            : `${generic.id}@${generic.version}`,
          rest: genericText(language).rest,
          lang: text?.lang ?? '',
          regional: text?.short ?? '',
          regionalRest: text?.rest ?? '',
        },
      ];
    }),
  ) as Record<Language, PageDisclaimer>;
