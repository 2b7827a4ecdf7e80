import { useEffect, useRef, useState } from 'preact/hooks';
import type { OptionsWords } from '../../locales/words/options.ts';

/** Resets all settings, after a confirmation. */
export function Reset({ words, onReset }: { words: OptionsWords; onReset(): void }) {
  const [asking, setAsking] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  const asked = useRef(false);
  // Every step removes the pressed button; this moves the focus.
  useEffect(() => {
    if (asking) cancel.current?.focus();
    else if (asked.current) first.current?.focus();
    asked.current = asking;
  }, [asking]);
  if (!asking) {
    return (
      <div class="reset">
        <button ref={first} type="button" class="button" onClick={() => setAsking(true)}>
          {words.reset}
        </button>
      </div>
    );
  }
  const reset = (): void => {
    setAsking(false);
    onReset();
  };
  return (
    <fieldset class="reset" onKeyDown={(event) => event.key === 'Escape' && setAsking(false)}>
      <legend>{words.resetQuestion}</legend>
      <button type="button" class="button primary" onClick={reset}>
        {words.reset}
      </button>
      <button ref={cancel} type="button" class="button" onClick={() => setAsking(false)}>
        {words.cancel}
      </button>
    </fieldset>
  );
}
