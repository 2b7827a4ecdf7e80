interface Tab<T extends string> {
  readonly id: T;
  readonly text: string;
}

export interface TabsProps<T extends string> {
  readonly tabs: readonly Tab<T>[];
  readonly chosen: T;
  readonly label: string;
  onChoose(id: T): void;
}

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_at, count) => count - 1,
};

/** A row of tabs: one stop for the Tab key, arrows move among them and choose. */
export function Tabs<T extends string>({ tabs, chosen, label, onChoose }: TabsProps<T>) {
  const move = (event: KeyboardEvent & { currentTarget: HTMLElement }): void => {
    const at = tabs.findIndex(({ id }) => id === chosen);
    const next = tabs[STEPS[event.key]?.(at, tabs.length) ?? -1];
    if (!next) return;
    event.preventDefault();
    onChoose(next.id);
    event.currentTarget.querySelector<HTMLElement>(`#tab-${next.id}`)?.focus();
  };
  return (
    <div class="views" role="tablist" aria-label={label} onKeyDown={move}>
      {tabs.map(({ id, text }) => (
        <button
          key={id}
          id={`tab-${id}`}
          type="button"
          role="tab"
          aria-selected={id === chosen}
          aria-controls={id === chosen ? 'view' : undefined}
          tabIndex={id === chosen ? 0 : -1}
          onClick={() => onChoose(id)}
        >
          {text}
        </button>
      ))}
    </div>
  );
}
