import type { SiteState } from '../../core/site-state.ts';
import { Switch } from './field.tsx';
import type { ChoiceProps, SiteLine } from './props.ts';
import { Section } from './section.tsx';
import { SiteList } from './site-list.tsx';

export interface PanelSectionProps extends ChoiceProps {
  readonly sites: readonly SiteLine[];
  readonly siteStates: ReadonlyMap<string, SiteState>;
  readonly locale: string;
  readonly mentionsHint: string;
  onSite(hosts: readonly string[], hidden: boolean): void;
}

export const PanelSection = ({ settings, words, onSave, mentionsHint, ...sites }: PanelSectionProps) => (
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
    <SiteList words={words.sites} {...sites} />
  </Section>
);
