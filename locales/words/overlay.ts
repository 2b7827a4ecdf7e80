/** Words of the panel and of the note after an article, beyond the common ones. */
export interface OverlayWords {
  readonly collapse: string;
  readonly expand: string;
  readonly backToTop: string;
  readonly hideHere: string;
  readonly hidden: string;
  readonly undo: string;
  /** While no source has answered. */
  readonly noAnswer: string;
  /** With the placeholders {date} and {source}. */
  readonly conversion: string;
  /** Title of the handle that moves the panel. */
  readonly move: string;
  /** Heading of the coins that the article mentions. */
  readonly inArticle: string;
  /** After or before a change since the publication of the article. */
  readonly since: string;
  /** Before the age of an older article. */
  readonly published: string;
  /** With the placeholder {source}. */
  readonly disputed: string;
  /** Button that collapses the disclaimer to one line. */
  readonly fold: string;
  /** The collapsed disclaimer. */
  readonly shortest: string;
}
