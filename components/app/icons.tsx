import type { ComponentChildren } from 'preact';

// Decorative: every button with an icon has its own accessible name.
const Icon = ({ children }: { children: ComponentChildren }) => (
  <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    {children}
  </svg>
);

export const RefreshIcon = () => (
  <Icon>
    <path d="M13.5 8a5.5 5.5 0 1 1-1.7-4" />
    <path d="M13.6 1.6v3h-3" />
  </Icon>
);

export const OptionsIcon = () => (
  <Icon>
    <path d="M2 4.5h6.2M11.8 4.5H14M2 11.5h2.2M7.8 11.5H14" />
    <circle cx="10" cy="4.5" r="1.8" />
    <circle cx="6" cy="11.5" r="1.8" />
  </Icon>
);

export const SearchIcon = () => (
  <Icon>
    <circle cx="7" cy="7" r="4.5" />
    <path d="m10.4 10.4 3.6 3.6" />
  </Icon>
);

export const ClearIcon = () => (
  <Icon>
    <path d="m4.5 4.5 7 7M11.5 4.5l-7 7" />
  </Icon>
);

export const WarningIcon = () => (
  <Icon>
    <path d="M8 2.2 14.4 13.4H1.6z" />
    <path d="M8 6.4v3.4M8 11.6v.1" />
  </Icon>
);

export const StarIcon = () => (
  <Icon>
    <path d="m8 1.9 1.9 3.9 4.3.6-3.1 3 .7 4.3L8 11.7l-3.8 2 .7-4.3-3.1-3 4.3-.6z" />
  </Icon>
);

export const UpIcon = () => (
  <Icon>
    <path d="M8 13V3.4M3.8 7.4 8 3.2l4.2 4.2" />
  </Icon>
);

export const DownIcon = () => (
  <Icon>
    <path d="M8 3v9.6M3.8 8.6 8 12.8l4.2-4.2" />
  </Icon>
);
