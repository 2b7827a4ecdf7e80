import type { ControlWords } from '../../locales/words/control.ts';
import { AddedSites, type AddedSitesProps } from './added-sites.tsx';
import type { ChoiceProps } from './props.ts';
import { Rules } from './rules.tsx';
import { Section } from './section.tsx';
import { SiteList, type SiteListProps } from './site-list.tsx';

export interface SitesSectionProps
  extends ChoiceProps,
    Omit<SiteListProps, 'words'>,
    Pick<AddedSitesProps, 'listed' | 'held' | 'onAddSite' | 'onRemoveSite'> {
  readonly control: ControlWords;
}

/** The settings about where the panel appears: sites, and pages of sites. */
export const SitesSection = ({ settings, words, control, onSave, ...sites }: SitesSectionProps) => (
  <Section id="sites" title={control.sitesTitle}>
    <SiteList words={words.sites} {...sites} />
    <AddedSites
      {...sites}
      label={words.fields.addedSites}
      added={settings.addedSites}
      words={control.added}
    />
    <Rules settings={settings} words={words} rules={control.rules} onSave={onSave} />
  </Section>
);
