import { Switch } from './field.tsx';
import type { ChoiceProps } from './props.ts';
import { Section } from './section.tsx';

export const PanelSection = ({ settings, words, onSave }: ChoiceProps) => (
  <Section id="panel" title={words.panel}>
    <Switch
      id="panel-on"
      label={words.fields.panel}
      hint={words.panelHint}
      on={settings.panel}
      onSwitch={(panel) => onSave({ panel })}
    />
    {!settings.panel && <p class="notice">{words.panelOff}</p>}
  </Section>
);
