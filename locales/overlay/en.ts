import type { OverlayWords } from './overlay.ts';

export const overlay: OverlayWords = {
  collapse: 'Collapse',
  expand: 'Show prices',
  backToTop: 'Back to top',
  hideHere: 'Hide here',
  hidden: 'Hidden on this site',
  undo: 'Undo',
  noAnswer: 'No source answers',
  conversion: 'Converted at the official rate of {date} ({source}).',
  move: 'Move (arrow keys, or click for the other side)',
  inArticle: 'In this article',
  since: 'since published',
  published: 'published',
  disputed: 'Sources disagree: the price at {source} is more than 2 % away',
  fold: 'Fold',
  shortest: 'Information only, not investment advice.',
};
