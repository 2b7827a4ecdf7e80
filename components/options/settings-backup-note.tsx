import { useState } from 'preact/hooks';
import { localMoment } from '../../core/i18n/time-text.ts';
import { type ParsedSettings, parseSettings } from '../../core/settings/settings.ts';
import type { SettingsBackup } from '../../core/storage/items.ts';
import type { BackupWords, OptionsWords } from '../../locales/words/options.ts';
import { WarningIcon } from '../app/icons.tsx';

export interface SettingsBackupNoteProps {
  readonly backups: readonly SettingsBackup[];
  readonly now: number;
  readonly words: OptionsWords;
  onCopy(text: string): Promise<void>;
  onDiscard(): void;
}

const jsonOf = (raw: unknown): string => JSON.stringify(raw, null, 2) ?? String(raw);

/** Shows backups of settings that could not be fully parsed, with their original value. */
export const SettingsBackupNote = ({ backups, now, words, onCopy, onDiscard }: SettingsBackupNoteProps) => (
  <section class="backup" aria-labelledby="backup-title">
    <h2 id="backup-title">
      <WarningIcon /> {words.backup.title}
    </h2>
    <ul>
      {backups.map(({ at, raw }) => (
        <li key={`${at} ${jsonOf(raw)}`}>
          <p>
            {problemText(parseSettings(raw), words)} {words.backup.kept(localMoment(at, now))}
          </p>
          <Raw text={jsonOf(raw)} words={words.backup} onCopy={onCopy} />
        </li>
      ))}
    </ul>
    <button type="button" class="button" onClick={onDiscard}>
      {words.backup.discard}
    </button>
  </section>
);

function problemText({ problem, badFields }: ParsedSettings, words: OptionsWords): string {
  // Valid again, for example after an update. The backup needs no other text.
  if (problem === null) return '';
  if (problem !== 'bad-fields') return words.backup.problems[problem];
  const names: Readonly<Record<string, string>> = words.fields;
  return words.backup.badFields(badFields.map((field) => names[field] ?? field));
}

interface RawProps {
  readonly text: string;
  readonly words: BackupWords;
  onCopy(text: string): Promise<void>;
}

function Raw({ text, words, onCopy }: RawProps) {
  const [message, setMessage] = useState('');
  const copy = (): void => {
    onCopy(text).then(
      () => setMessage(words.copied),
      () => setMessage(words.copyFailed),
    );
  };
  return (
    <details>
      <summary>{words.raw}</summary>
      <pre lang="en">{text}</pre>
      <button type="button" class="button" onClick={copy}>
        {words.copy}
      </button>{' '}
      <span role="status">{message}</span>
    </details>
  );
}
