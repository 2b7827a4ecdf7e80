import { useEffect, useState } from 'preact/hooks';
import { REGIONS } from '../../core/disclaimer/region.ts';
import { LONGEST_OWN_DISCLAIMER } from '../../core/settings/page-settings.ts';
import type { RegionWords } from '../../locales/words/data.ts';
import { Field, Select } from './field.tsx';
import type { ChoiceProps } from './props.ts';

export interface DisclaimerChoicesProps extends ChoiceProps {
  readonly region: RegionWords;
}

/** The region of the disclaimer, and the reader's addition. */
export const DisclaimerChoices = ({ settings, words, region, onSave }: DisclaimerChoicesProps) => (
  <>
    <Select
      id="region"
      label={words.fields.region}
      hint={region.hint}
      value={settings.region}
      options={[
        { value: 'auto', text: words.automatic },
        ...REGIONS.map((value) => ({ value, text: region.names[value] })),
      ]}
      onValue={(value) => onSave({ region: value })}
    />
    <OwnText
      label={words.fields.ownDisclaimer}
      value={settings.ownDisclaimer}
      words={region}
      onText={(ownDisclaimer) => onSave({ ownDisclaimer })}
    />
  </>
);

interface OwnTextProps {
  readonly label: string;
  readonly value: string;
  readonly words: RegionWords;
  onText(text: string): void;
}

/** Saved on blur, as a single line, which is how it is shown. */
function OwnText({ label, value, words, onText }: OwnTextProps) {
  const [draft, setDraft] = useState<string | null>(null);
  useEffect(() => setDraft(null), [value]);
  const take = (text: string): void => {
    const whole = text.replace(/\s+/g, ' ').trim();
    setDraft(null);
    if (whole !== value) onText(whole);
  };
  const shown = draft ?? value;
  return (
    <Field id="own-disclaimer" label={label} hint={words.ownHint}>
      <textarea
        id="own-disclaimer"
        rows={3}
        maxlength={LONGEST_OWN_DISCLAIMER}
        aria-describedby="own-disclaimer-hint own-disclaimer-left"
        value={shown}
        onInput={(event) => setDraft(event.currentTarget.value)}
        onChange={(event) => take(event.currentTarget.value)}
      />
      <p class="hint counter" id="own-disclaimer-left">
        {words.left(shown.length, LONGEST_OWN_DISCLAIMER)}
      </p>
    </Field>
  );
}
