import { type Answer, type FailureWords, html, json, retryAfterHeader, tinyPage } from './answer.ts';
import type { MarketCoin, MarketView } from './market.ts';
import { placesOf, plainText } from './number.ts';

export type Fault =
  | { kind: 'refuse' }
  | { kind: 'hang' }
  | { kind: 'slow-body'; bytesPerSecond?: number }
  | { kind: 'rate-limited'; retryAfter?: number }
  | { kind: 'banned'; retryAfter?: number }
  | { kind: 'geo-blocked' }
  | { kind: 'forbidden-html' }
  | { kind: 'payment-required' }
  | { kind: 'server-error'; status?: number }
  | { kind: 'truncated-json' }
  | { kind: 'wrong-shape' }
  | { kind: 'unknown-symbol'; symbol: string }
  | { kind: 'frozen-price' }
  | { kind: 'absurd-price'; coin?: string; factor?: number }
  | { kind: 'redirect'; to?: string }
  | { kind: 'html-200' };

/** An active fault, and the market at its start, which a frozen venue keeps returning. */
export interface StandingFault {
  fault: Fault;
  since: number;
  coinsThen: readonly MarketCoin[];
}

/** Age of a frozen venue's last trade when the fault starts, in ms. */
const FROZEN_FOR = 45 * 60_000;

/** Returns the answer that replaces the venue's own; null if the venue answers itself. */
export function faultyAnswer(fault: Fault, words: FailureWords = {}): Answer | null {
  switch (fault.kind) {
    case 'rate-limited':
      return (
        words.rateLimited?.(fault.retryAfter) ?? refused(429, 'Too Many Requests', fault.retryAfter ?? 30)
      );
    case 'banned':
      return words.banned?.(fault.retryAfter) ?? refused(418, "I'm a teapot", fault.retryAfter ?? 120);
    case 'geo-blocked':
      return words.geoBlocked?.() ?? BLOCKED_COUNTRY;
    case 'forbidden-html':
      return FIREWALL;
    case 'payment-required':
      return words.paymentRequired?.() ?? json({ error: 'Payment required' }, 402);
    case 'server-error':
      // An explicit status comes from a proxy in front of the venue, so it has a general error page.
      if (fault.status === undefined && words.serverError) return words.serverError();
      return tinyPage(fault.status ?? 503, `${fault.status ?? 503} Service Temporarily Unavailable`);
    case 'wrong-shape':
      return words.wrongShape?.() ?? json({ ok: true, items: [{ coin: 'BTC', value: [1, 2, 3] }] });
    case 'redirect':
      return { status: 302, headers: { location: fault.to ?? 'https://portal.example.net/login' }, body: '' };
    case 'html-200':
      return tinyPage(200, 'Welcome to the hotel network', 'Please sign in to go on.');
    default:
      return null;
  }
}

/** Returns the market and the time as seen by a venue with this fault. */
export function faultyView(
  market: MarketView,
  now: number,
  active: StandingFault | undefined,
): { market: MarketView; now: number } {
  switch (active?.fault.kind) {
    case 'frozen-price':
      return { market: viewOf(market, active.coinsThen), now: active.since - FROZEN_FOR };
    case 'unknown-symbol': {
      const { symbol } = active.fault;
      return {
        market: viewOf(
          market,
          market.coins().filter((coin) => !isCalled(coin, symbol)),
        ),
        now,
      };
    }
    case 'absurd-price': {
      const { coin: id = 'bitcoin', factor = 1000 } = active.fault;
      const coins = market.coins().map((coin) => (coin.id === id ? multiplied(coin, factor) : coin));
      return { market: viewOf(market, coins), now };
    }
    default:
      return { market, now };
  }
}

/** Cuts an answer in half; its declared length is that of the half. */
export const truncated = (answer: Answer): Answer => ({
  ...answer,
  body: answer.body.slice(0, Math.floor(answer.body.length / 2)),
});

const viewOf = ({ usdRates }: MarketView, coins: readonly MarketCoin[]): MarketView => ({
  usdRates,
  coins: () => coins,
  coin: (id) => coins.find((coin) => coin.id === id),
});

/** A coin may be given by its id, its ticker or a venue's pair. */
function isCalled({ id, symbol }: MarketCoin, name: string): boolean {
  const ticker = name.toUpperCase().replace(/[-_/]?USDT?$/, '');
  return id === name || symbol === name.toUpperCase() || symbol === ticker;
}

function multiplied(coin: MarketCoin, factor: number): MarketCoin {
  if (coin.last === '') return coin;
  const places = placesOf(coin.last) + Math.max(0, Math.ceil(-Math.log10(Math.abs(factor) || 1)));
  return { ...coin, last: plainText(Number(coin.last) * factor, places) };
}

function refused(status: number, title: string, retryAfter: number): Answer {
  return html(
    `<html><head><title>${status} ${title}</title></head></html>`,
    status,
    retryAfterHeader(retryAfter),
  );
}

const FIREWALL = html(
  '<html>\r\n<head><title>403 Forbidden</title></head>\r\n<body>\r\n<center><h1>403 Forbidden</h1></center>\r\n</body>\r\n</html>\r\n',
  403,
);

// The wording of a CDN that many venues use.
const BLOCKED_COUNTRY = html(
  '<html><head><title>ERROR: The request could not be satisfied</title></head><body><h1>403 ERROR</h1><p>The Amazon CloudFront distribution is configured to block access from your country.</p></body></html>',
  403,
);
