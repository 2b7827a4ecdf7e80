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
  /** Title of the handle that moves the panel. */
  readonly move: string;
  /** Heading of the coins that the article names. */
  readonly inArticle: string;
  /** What a change is counted from: the article's publication. */
  readonly since: string;
  /** Before the age of an article that is no longer new. */
  readonly published: string;
  /** With {source} to be filled in. */
  readonly disputed: string;
  /** Fold the disclaimer to a line. */
  readonly fold: string;
  /** That line. */
  readonly shortest: string;
}
