import { PERIOD_RANGE } from '../../core/page-settings.ts';
import { Select } from './field.tsx';
import { NumberField } from './number-field.tsx';
import type { ChoiceProps } from './props.ts';
import { Section } from './section.tsx';

const PRESETS = [30, 60, 120, 300, 600, 900, 1800, 3600] as const;
const OTHER = 'other';

export function PricesSection({ settings, words, onSave }: ChoiceProps) {
  const { periodSeconds } = settings;
  const preset = PRESETS.find((seconds) => seconds === periodSeconds);
  const options = PRESETS.map((seconds) => ({ value: String(seconds), text: words.period(seconds) }));
  return (
    <Section id="prices" title={words.prices}>
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
    </Section>
  );
}
