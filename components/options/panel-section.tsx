import { Switch } from './field.tsx';
import type { ChoiceProps } from './props.ts';
import { Section } from './section.tsx';

export interface PanelSectionProps extends ChoiceProps {
  readonly mentionsHint: string;
}

export const PanelSection = ({ settings, words, onSave, mentionsHint }: PanelSectionProps) => (
  <Section id="panel" title={words.panel}>
    <Switch
      id="panel-on"
      label={words.fields.panel}
      hint={words.panelHint}
      on={settings.panel}
      onSwitch={(panel) => onSave({ panel })}
    />
    {!settings.panel && <p class="notice">{words.panelOff}</p>}
    <Switch
      id="mentions"
      label={words.fields.mentions}
      hint={mentionsHint}
      on={settings.mentions}
      onSwitch={(mentions) => onSave({ mentions })}
    />
  </Section>
);
