import { Component } from 'preact';
import { ABSENT } from '../../core/money/format.ts';
import { Change, type Direction } from '../app/change.tsx';
import { StarIcon, WarningIcon } from '../app/icons.tsx';

export interface CoinRowProps {
  readonly id: string;
  readonly rank: number;
  readonly symbol: string;
  readonly name: string;
  readonly price: string;
  readonly money: string;
  readonly change: string;
  readonly direction: Direction;
  readonly stale: boolean;
  /** Source and age if they differ from those of the heading; otherwise empty. */
  readonly note: string;
  /** A note that another source disputes the price; otherwise empty. */
  readonly dispute: string;
  readonly watched: boolean;
  /** Accessible name of the star button. */
  readonly starLabel: string;
  onWatch(id: string, watched: boolean): void;
}

/** One coin. A class, because Preact without compat can skip renders only in classes: the time ticks, but few rows change. */
export class CoinRow extends Component<CoinRowProps> {
  override shouldComponentUpdate(next: CoinRowProps): boolean {
    const keys = Object.keys(next) as (keyof CoinRowProps)[];
    return keys.some((key) => next[key] !== this.props[key]);
  }

  override render(props: CoinRowProps) {
    const { id, rank, symbol, name, price, money, change, direction, stale, note, dispute, watched } = props;
    return (
      <tr class={stale ? 'coin stale' : 'coin'}>
        <td class="watch">
          <button
            type="button"
            class={watched ? 'star on' : 'star'}
            aria-label={props.starLabel}
            title={props.starLabel}
            onClick={() => props.onWatch(id, !watched)}
          >
            <StarIcon />
          </button>
        </td>
        <td class="rank">{rank}</td>
        <th scope="row">
          <span class="symbol">{symbol}</span>
          {name && <span class="second">{name}</span>}
          {note && <span class="note">{note}</span>}
        </th>
        <td class="figure">
          <span class="last">
            {dispute && <Dispute text={dispute} />}
            {price} {price !== ABSENT && <small>USDT</small>}
          </span>
          {price !== ABSENT && <span class="second">{money}</span>}
        </td>
        <td class="figure">
          <Change direction={direction} text={change} />
        </td>
      </tr>
    );
  }
}

const Dispute = ({ text }: { text: string }) => (
  <span class="dispute" role="img" aria-label={text} title={text}>
    <WarningIcon />
  </span>
);
