import 'wxt/browser';

// WXT knows only words of files in public/; these come from locales/ (build/locale-files.ts).
declare module 'wxt/browser' {
  export interface WxtI18n {
    getMessage(messageName: keyof import('./locales/words/manifest.ts').ManifestWords['messages']): string;
  }
}
