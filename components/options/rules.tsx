import { MAX_RULES, SITE_MODES, SITE_RULE } from '../../core/settings/page-settings.ts';
import type { RulesWords } from '../../locales/words/control.ts';
import { EntryList, type Typed } from './entry-list.tsx';
import type { ChoiceProps } from './props.ts';
import { RadioGroup } from './radio-group.tsx';
import { ruleOf } from './typed-address.ts';

export interface RulesProps extends ChoiceProps {
  readonly rules: RulesWords;
}

/** The rules about where the panel appears: a deny list or an allow list. */
export function Rules({ settings, words, rules, onSave }: RulesProps) {
  const { fields } = words;
  const list = (name: 'denied' | 'allowed', hint: string, empty?: string) => (
    <EntryList
      id={name}
      label={fields[name]}
      hint={hint}
      entries={settings[name]}
      words={rules}
      empty={empty}
      read={(text) => readRule(text, settings[name], rules)}
      onAdd={(rule) => {
        onSave({ [name]: [...settings[name], rule] });
        return undefined;
      }}
      onRemove={(rule) => onSave({ [name]: settings[name].filter((other) => other !== rule) })}
    />
  );
  return (
    <>
      <RadioGroup
        id="site-mode"
        label={fields.siteMode}
        hint={rules.modeHint}
        value={settings.siteMode}
        options={SITE_MODES.map((value) => ({ value, text: rules.modes[value] }))}
        look="segments"
        onValue={(siteMode) => onSave({ siteMode })}
      />
      {settings.siteMode === 'allow-only' && list('allowed', rules.hint, rules.nowhere)}
      {list('denied', rules.deniedHint)}
    </>
  );
}

function readRule(text: string, known: readonly string[], words: RulesWords): Typed {
  const entry = ruleOf(text);
  if (!SITE_RULE.test(entry)) return { problem: words.bad };
  if (known.includes(entry)) return { problem: words.known };
  return known.length >= MAX_RULES ? { problem: words.full } : { entry };
}
