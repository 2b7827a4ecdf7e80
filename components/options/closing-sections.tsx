import { type DisclaimerRecord, type DisclaimerText, fullText } from '../../core/disclaimer.ts';
import type { OptionsWords } from '../../locales/app/options.ts';
import type { CommonWords } from '../../locales/common/common.ts';
import type { RegionWords } from '../../locales/data/data.ts';
import { DisclaimerChoices } from './disclaimer-choices.tsx';
import type { ChoiceProps } from './props.ts';
import { Section } from './section.tsx';

export interface DisclaimerSectionProps extends ChoiceProps {
  /** The text in use, in its own language, with what stands behind it. */
  readonly disclaimer: DisclaimerText & DisclaimerRecord & { readonly lang: string };
  readonly common: CommonWords;
  readonly region: RegionWords;
}

/** The choice of a disclaimer, and the one in use with everything that stands behind it. */
export const DisclaimerSection = ({ disclaimer, common, region, ...choices }: DisclaimerSectionProps) => {
  const { words, settings } = choices;
  return (
    <Section id="disclaimer" title={common.disclaimer}>
      <DisclaimerChoices {...choices} region={region} />
      <dl class="facts">
        <dt>{words.shortText}</dt>
        <dd lang={disclaimer.lang}>{disclaimer.short}</dd>
        <dt>{common.fullText}</dt>
        <dd lang={disclaimer.lang}>{fullText(disclaimer)}</dd>
        {settings.ownDisclaimer && (
          <>
            <dt>{words.fields.ownDisclaimer}</dt>
            <dd>{settings.ownDisclaimer}</dd>
          </>
        )}
        <dt>{words.wording}</dt>
        <dd>
          <code>{disclaimer.id}</code> · {words.version} {disclaimer.version} ·{' '}
          {words.statuses[disclaimer.status]}
        </dd>
        <dt>{words.basis}</dt>
        <dd lang="en">{disclaimer.basis}</dd>
      </dl>
    </Section>
  );
};

export interface AboutSectionProps {
  readonly version: string;
  readonly words: OptionsWords;
  readonly name: string;
}

export const AboutSection = ({ version, words, name }: AboutSectionProps) => (
  <Section id="about" title={words.about}>
    <ul class="privacy">
      {words.privacy.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
    <p class="hint">
      {name} {version} · {words.licence}
    </p>
  </Section>
);
