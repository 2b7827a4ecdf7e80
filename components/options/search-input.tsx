export interface SearchInputProps {
  readonly id?: string;
  readonly label: string;
  /** If it differs from the label. */
  readonly placeholder?: string;
  readonly query: string;
  onQuery(query: string): void;
}

/** A search field. */
export const SearchInput = ({ id, label, placeholder = label, query, onQuery }: SearchInputProps) => (
  <input
    id={id}
    type="search"
    aria-label={label}
    placeholder={placeholder}
    autocomplete="off"
    spellcheck={false}
    value={query}
    onInput={(event) => onQuery(event.currentTarget.value)}
  />
);
