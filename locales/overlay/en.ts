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
};
