import type { Language } from '../../core/i18n/language.ts';
import { HOT_LISTS, PERIOD_RANGE } from '../../core/settings/page-settings.ts';
import type { CommonWords } from '../../locales/words/common.ts';
import type { WatchWords } from '../../locales/words/data.ts';
import { Select } from './field.tsx';
import { NumberField } from './number-field.tsx';
import type { ChoiceProps, OnChange } from './props.ts';
import { Section } from './section.tsx';
import { WatchlistEditor } from './watchlist-editor.tsx';

const PRESETS = [30, 60, 120, 300, 600, 900, 1800, 3600] as const;
const OTHER = 'other';

export interface PricesSectionProps extends ChoiceProps {
  readonly language: Language;
  readonly common: CommonWords;
  readonly watch: WatchWords;
  onChange: OnChange;
}

export function PricesSection(props: PricesSectionProps) {
  const { settings, words, common, watch, onSave } = props;
  const { periodSeconds } = settings;
  const preset = PRESETS.find((seconds) => seconds === periodSeconds);
  const options = PRESETS.map((seconds) => ({ value: String(seconds), text: words.period(seconds) }));
  return (
    <Section id="prices" title={words.prices}>
      <Select
        id="hot-list"
        label={words.fields.hotList}
        hint={watch.hints[settings.hotList]}
        value={settings.hotList}
        options={HOT_LISTS.map((value) => ({ value, text: common.measures[value] }))}
        onValue={(hotList) => onSave({ hotList })}
      />
      <Select
        id="period"
        label={words.fields.periodSeconds}
        hint={words.periodHint}
        value={preset ? String(preset) : OTHER}
        options={preset ? options : [...options, { value: OTHER, text: words.otherPeriod }]}
        onValue={(value) => value !== OTHER && onSave({ periodSeconds: Number(value) })}
      />
      <NumberField
        id="period-seconds"
        label={words.exactPeriod}
        hint={words.exactHint(PERIOD_RANGE.min, PERIOD_RANGE.max)}
        unit={words.seconds}
        value={periodSeconds}
        range={PERIOD_RANGE}
        words={words}
        onValue={(seconds) => onSave({ periodSeconds: seconds })}
      />
      <WatchlistEditor
        label={words.fields.watchlist}
        watchlist={settings.watchlist}
        language={props.language}
        words={watch}
        onChange={props.onChange}
      />
    </Section>
  );
}
