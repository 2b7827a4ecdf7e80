import { useState } from 'preact/hooks';
import { fullText } from '../../core/disclaimer/general.ts';
import type { ShownDisclaimer } from '../../core/disclaimer/resolve.ts';
import type { CommonWords } from '../../locales/words/common.ts';
import { WarningIcon } from '../app/icons.tsx';
import { OutLink } from '../app/out-link.tsx';

export interface Attribution {
  readonly text: string;
  readonly url: string;
}

export interface PopupFooterProps {
  readonly disclaimers: readonly ShownDisclaimer[];
  /** The reader's addition; empty for none. */
  readonly ownDisclaimer: string;
  readonly conversion: string;
  readonly attributions: readonly Attribution[];
  readonly words: CommonWords;
}

const FULL_ID = 'disclaimer-full';

/** The disclaimer, which is always visible with the prices, and the attributions. */
export function PopupFooter(props: PopupFooterProps) {
  const { disclaimers, ownDisclaimer, conversion, attributions, words } = props;
  const [open, setOpen] = useState(false);
  return (
    <footer>
      <div class="disclaimer" role="note" aria-label={words.disclaimer}>
        <WarningIcon />
        <div>
          {disclaimers.map((text) => (
            <p key={text.id} lang={text.lang}>
              {open ? fullText(text) : text.short}
            </p>
          ))}
          {ownDisclaimer && <p>{ownDisclaimer}</p>}{' '}
          <button
            type="button"
            class="link"
            aria-expanded={open}
            aria-controls={FULL_ID}
            onClick={() => setOpen(!open)}
          >
            {open ? words.showLess : words.fullText}
          </button>
          <div id={FULL_ID} hidden={!open}>
            <p>{conversion}</p>
          </div>
        </div>
      </div>
      <ul class="attributions">
        {attributions.map(({ text, url }) => (
          <li key={url}>
            <OutLink href={url} text={text} />
          </li>
        ))}
      </ul>
    </footer>
  );
}
