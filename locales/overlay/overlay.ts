/** Words of the panel and of the note after an article, beyond the common ones. */
export interface OverlayWords {
  readonly collapse: string;
  readonly expand: string;
  readonly backToTop: string;
  readonly hideHere: string;
  readonly hidden: string;
  readonly undo: string;
  /** Where no source has answered yet. */
  readonly noAnswer: string;
  /** With {date} and {source} to be filled in. */
  readonly conversion: string;
}
