import type { Block } from './block.ts';
import type { Candidate } from './scan.ts';

/** A candidate and what has been made of it. */
export interface CandidateState {
  readonly block: number;
  readonly candidate: Candidate;
  state: 'open' | 'yes' | 'no';
}

/** What the article says as a whole. */
export interface Article {
  readonly blocks: readonly Block[];
  /** Whether it is about crypto at all. */
  readonly isCrypto: boolean;
  /** Coins named beyond doubt somewhere. */
  readonly established: Set<string>;
  /** The names by which they were. */
  readonly said: Set<string>;
  /** Tickers that the article itself gives another meaning. */
  readonly defined: Set<string>;
}

export function accept(one: CandidateState, { established, said }: Article): void {
  one.state = 'yes';
  established.add(one.candidate.term.id);
  said.add(one.candidate.term.text);
}
