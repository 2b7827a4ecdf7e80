import { fullText } from '../../core/disclaimer/general.ts';
import type { ShownDisclaimer } from '../../core/disclaimer/resolve.ts';
import type { CommonWords } from '../../locales/words/common.ts';
import type { RegionWords } from '../../locales/words/data.ts';
import type { OptionsWords } from '../../locales/words/options.ts';
import { DisclaimerChoices } from './disclaimer-choices.tsx';
import type { ChoiceProps } from './props.ts';
import { Section } from './section.tsx';

export interface DisclaimerSectionProps extends ChoiceProps {
  /** The disclaimers in use, each in its own language, with its legal basis. */
  readonly disclaimers: readonly ShownDisclaimer[];
  readonly common: CommonWords;
  readonly region: RegionWords;
}

/** The settings of the disclaimer, and the texts in use with their legal basis. */
export const DisclaimerSection = ({ disclaimers, common, region, ...choices }: DisclaimerSectionProps) => {
  const { words, settings } = choices;
  return (
    <Section id="disclaimer" title={common.disclaimer}>
      <DisclaimerChoices {...choices} region={region} />
      {disclaimers.map((text) => (
        <DisclaimerFacts
          key={text.id}
          {...text}
          common={common}
          words={words}
          name={region.names[text.region]}
        />
      ))}
      {settings.ownDisclaimer && (
        <dl class="facts own">
          <dt>{words.fields.ownDisclaimer}</dt>
          <dd>{settings.ownDisclaimer}</dd>
        </dl>
      )}
    </Section>
  );
};

interface DisclaimerFactsProps extends ShownDisclaimer {
  /** Name of the region. */
  readonly name: string;
  readonly common: CommonWords;
  readonly words: OptionsWords;
}

/** Chinese notices are cited in Chinese, all others in English. */
const basisLang = (basis: string): string => (/\p{Script=Han}/u.test(basis) ? 'zh-Hans' : 'en');

const DisclaimerFacts = ({ name, common, words, ...text }: DisclaimerFactsProps) => (
  <div class="disclaimer">
    <h3>{name}</h3>
    <dl class="facts">
      <dt>{words.shortText}</dt>
      <dd lang={text.lang}>{text.short}</dd>
      <dt>{common.fullText}</dt>
      <dd lang={text.lang}>{fullText(text)}</dd>
      <dt>{words.textId}</dt>
      <dd>
        <code>{text.id}</code> · {words.version} {text.version} · {words.statuses[text.status]}
      </dd>
      <dt>{words.basis}</dt>
      <dd lang={basisLang(text.basis)}>{text.basis}</dd>
    </dl>
  </div>
);

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
      {name} {version} · {words.license}
    </p>
  </Section>
);
