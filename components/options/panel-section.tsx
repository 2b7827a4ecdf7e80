import type { SiteState } from '../../core/site-state.ts';
import { Switch } from './field.tsx';
import type { ChoiceProps, SiteLine } from './props.ts';
import { Section } from './section.tsx';
import { SiteList } from './site-list.tsx';

export interface PanelSectionProps extends ChoiceProps {
  readonly sites: readonly SiteLine[];
  readonly siteStates: ReadonlyMap<string, SiteState>;
  readonly locale: string;
  onSite(hosts: readonly string[], hidden: boolean): void;
}

export const PanelSection = ({ settings, words, onSave, ...sites }: PanelSectionProps) => (
  <Section id="panel" title={words.panel}>
    <Switch
      id="panel-on"
      label={words.fields.panel}
      hint={words.panelHint}
      on={settings.panel}
      onSwitch={(panel) => onSave({ panel })}
    />
    {!settings.panel && <p class="notice">{words.panelOff}</p>}
    <SiteList words={words.sites} {...sites} />
  </Section>
);
