/** Words that the browser reads itself: for its lists of extensions, shortcuts and menus, and for the stores. */
export interface ManifestWords {
  /** The browser's code of the language, e.g. `zh_CN`: Chrome knows a closed list of them, with underscores. */
  readonly locale: string;
  readonly messages: {
    /** At most 75 characters: a limit of the stores. */
    readonly name: string;
    /** At most 132 characters, for the same reason. */
    readonly description: string;
    readonly commandToggle: string;
    readonly commandNext: string;
    readonly commandPrevious: string;
    readonly menuShow: string;
    readonly menuHide: string;
    /** Title of the toolbar button on a page that removed the panel. */
    readonly removedByPage: string;
  };
}
