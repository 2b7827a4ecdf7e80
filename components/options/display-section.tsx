import { LANGUAGES } from '../../core/i18n/language.ts';
import { CURRENCY_CODES } from '../../core/money/currency.ts';
import { COLOR_SCHEMES, ROWS_RANGE, THEMES } from '../../core/settings/page-settings.ts';
import { resolveAuto } from '../../core/settings/resolve-auto.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { APP } from '../../locales/index.ts';
import type { Appearance } from '../app/appearance.ts';
import { Change } from '../app/change.tsx';
import { Select } from './field.tsx';
import { NumberField } from './number-field.tsx';
import type { ChoiceProps } from './props.ts';
import { RadioGroup } from './radio-group.tsx';
import { Section } from './section.tsx';

export interface DisplaySectionProps extends ChoiceProps {
  readonly look: Appearance;
  /** The values that `auto` resolves to. */
  readonly automatic: Appearance;
}

export function DisplaySection({ settings, look, automatic, words, onSave }: DisplaySectionProps) {
  const currencyNames = new Intl.DisplayNames(look.locale, { type: 'currency' });
  return (
    <Section id="display" title={words.display}>
      <Select
        id="currency"
        label={words.fields.currency}
        hint={words.currencyHint(automatic.currency)}
        value={settings.currency}
        options={[
          { value: 'auto', text: words.automatic },
          ...CURRENCY_CODES.map((code) => ({
            value: code,
            text: `${code} · ${currencyNames.of(code) ?? code}`,
          })),
        ]}
        onValue={(currency) => onSave({ currency })}
      />
      <NumberField
        id="rows"
        label={words.fields.rows}
        hint={words.rowsHint(ROWS_RANGE.min, ROWS_RANGE.max)}
        value={settings.rows}
        range={ROWS_RANGE}
        words={words}
        onValue={(rows) => onSave({ rows })}
      />
      <RadioGroup
        id="colours"
        label={words.fields.colours}
        hint={words.coloursHint}
        value={settings.colours}
        options={COLOR_SCHEMES.map((scheme) => ({
          value: scheme,
          text: words.colours[scheme],
          sample: <Sample colors={resolveAuto(scheme, automatic.colors)} />,
        }))}
        look="cards"
        onValue={(colours) => onSave({ colours })}
      />
      <RadioGroup
        id="theme"
        label={words.fields.theme}
        value={settings.theme}
        options={THEMES.map((theme) => ({ value: theme, text: words.themes[theme] }))}
        look="segments"
        onValue={(theme) => onSave({ theme })}
      />
      <Select<Settings['language']>
        id="language"
        label={words.fields.language}
        hint={words.languageHint}
        value={settings.language}
        options={[
          { value: 'auto', text: words.automatic },
          ...LANGUAGES.map((language) => ({ value: language, text: APP[language].language, lang: language })),
        ]}
        onValue={(language) => onSave({ language })}
      />
    </Section>
  );
}

const Sample = ({ colors }: { colors: Appearance['colors'] }) => (
  <span class="sample" data-colours={colors} aria-hidden="true">
    <Change direction="up" text="+1.23%" />
    <Change direction="down" text="-1.23%" />
  </span>
);
