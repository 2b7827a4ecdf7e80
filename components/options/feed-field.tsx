import { localMoment } from '../../core/i18n/time-text.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { feedReport } from '../../core/sources/diagnostics.ts';
import type { Health } from '../../core/sources/host-health.ts';
import type { AppWords } from '../../locales/words/app.ts';
import type { SourcesWords } from '../../locales/words/data.ts';
import { failureWord } from '../app/failure-word.ts';
import { AddressField } from './address-field.tsx';

export interface FeedFieldProps {
  readonly settings: Settings;
  readonly health: Health;
  /** URLs that Tickside has no permission for. */
  readonly forbidden: ReadonlySet<string>;
  readonly now: number;
  readonly app: AppWords;
  readonly words: SourcesWords;
  onFeed(address: string): Promise<boolean>;
}

/** The custom feed, and the result of its last request. */
export const FeedField = ({ settings, health, forbidden, now, app, words, onFeed }: FeedFieldProps) => (
  <div class="feed">
    <h3>{app.options.fields.feedUrl}</h3>
    <p class="hint" id="feed-hint">
      {words.feedHint} {words.feedDocs}
    </p>
    <AddressField
      id="feed"
      label={app.options.fields.feedUrl}
      describedBy="feed-hint"
      value={settings.feedUrl}
      forbidden={forbidden.has(settings.feedUrl)}
      form="feed"
      words={words}
      onAddress={onFeed}
    />
    {settings.feedUrl && (
      <p class="feed-state" role="status">
        {feedStateText(settings.feedUrl, health, now, app, words)}
      </p>
    )}
  </div>
);

function feedStateText(url: string, health: Health, now: number, app: AppWords, words: SourcesWords): string {
  const { goodAt = 0, lastFailure = null } = feedReport(url, '', health, now)?.health ?? {};
  if (lastFailure && lastFailure.at >= goodAt) {
    const what = failureWord(app.failures, lastFailure.kind);
    const detail = lastFailure.detail && ` (${lastFailure.detail})`;
    return words.feedFailed(localMoment(lastFailure.at, now), what + detail);
  }
  return goodAt ? words.feedGood(localMoment(goodAt, now)) : words.feedNever;
}
