import type { Block } from './block.ts';
import type { Candidate } from './scan.ts';

/** A candidate and its classification. */
export interface CandidateState {
  readonly block: number;
  readonly candidate: Candidate;
  state: 'open' | 'yes' | 'no';
}

/** Properties of the whole article. */
export interface Article {
  readonly blocks: readonly Block[];
  /** Whether it is about crypto. */
  readonly isCrypto: boolean;
  /** Coins that are clearly named somewhere. */
  readonly established: Set<string>;
  /** The terms that clearly named them. */
  readonly acceptedTerms: Set<string>;
  /** Tickers to which the article gives another meaning. */
  readonly defined: Set<string>;
}

export function accept(candidateState: CandidateState, { established, acceptedTerms }: Article): void {
  candidateState.state = 'yes';
  established.add(candidateState.candidate.term.id);
  acceptedTerms.add(candidateState.candidate.term.text);
}
