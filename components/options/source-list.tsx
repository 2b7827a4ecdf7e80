import { useState } from 'preact/hooks';
import type { Settings } from '../../core/settings/settings.ts';
import { moved, switching } from '../../core/settings/updates.ts';
import type { SourcesWords } from '../../locales/words/data.ts';
import { OutLink } from '../app/out-link.tsx';
import { AddressField } from './address-field.tsx';
import { Toggle } from './field.tsx';
import { Hint } from './hint.tsx';
import { MoveButtons } from './move-buttons.tsx';
import type { OnChange, SourceLine } from './props.ts';

export interface SourceListProps {
  /** In display order. */
  readonly sources: readonly SourceLine[];
  readonly settings: Settings;
  /** URLs that Tickside has no permission for. */
  readonly forbidden: ReadonlySet<string>;
  /** Only price sources can be reordered. */
  readonly movable: boolean;
  readonly inUse: string | null;
  /** The last failure of each source, by id. */
  readonly failures: ReadonlyMap<string, string>;
  readonly badge: string;
  readonly words: SourcesWords;
  onChange: OnChange;
  onMirror(id: string, address: string): Promise<boolean>;
}

/** Sources and their settings. */
export const SourceList = (props: SourceListProps) => (
  <ol class="sources">
    {props.sources.map((source, index) => (
      <SourceItem key={source.id} {...props} source={source} index={index} />
    ))}
  </ol>
);

type SourceItemProps = SourceListProps & { readonly source: SourceLine; readonly index: number };

function SourceItem(props: SourceItemProps) {
  const { source, sources, index, settings, inUse, failures, words, onChange } = props;
  const { id, label, hosts, attribution } = source;
  const ids = sources.map((other) => other.id);
  const on = !settings.sourcesOff.includes(id);
  const isLastOn = on && ids.every((other) => other === id || settings.sourcesOff.includes(other));
  const mirror = settings.mirrors[id] ?? '';
  // The initial state; then the reader opens and closes it.
  const [isOpen] = useState(mirror !== '');
  return (
    <li class={on ? 'line' : 'line off'}>
      <div class="source-facts">
        <span class="source">
          <b>{label}</b> {on && id === inUse && <span class="badge">{props.badge}</span>}
          {on && failures.has(id) && <span class="failure">{failures.get(id)}</span>}
          {!on && <span class="failure">{words.off}</span>}
          {isLastOn && <span class="failure">{words.lastOne}</span>}
        </span>
        {/* Plain text: the URL is an API, and Tickside does not link to exchanges. */}
        <span class="hosts">{hosts.join(', ')}</span>
        {attribution && <OutLink href={attribution.url} text={attribution.text} />}
      </div>
      <div class="line-tools">
        {props.movable && (
          <MoveButtons
            index={index}
            count={ids.length}
            up={words.up(label)}
            down={words.down(label)}
            onMove={(by) => onChange(() => ({ sourceOrder: moved(ids, id, by) }))}
          />
        )}
        <Toggle
          label={words.use(label)}
          on={on}
          disabled={isLastOn}
          onSwitch={(next) => onChange(switching(id, next, ids))}
        />
      </div>
      <details class="mirror" open={isOpen}>
        <summary>
          {words.mirror} <span class="unseen">{words.mirrorOf(label)}</span>
        </summary>
        <Hint id={`mirror-${id}`} text={words.mirrorHint} />
        <AddressField
          id={`mirror-${id}`}
          label={words.mirrorOf(label)}
          describedBy={`mirror-${id}-hint`}
          value={mirror}
          forbidden={props.forbidden.has(mirror)}
          form="base"
          words={words}
          onAddress={(address) => props.onMirror(id, address)}
        />
      </details>
    </li>
  );
}
