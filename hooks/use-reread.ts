import { useEffect, useState } from 'preact/hooks';

/**
 * What a read finds, at first and again after every change; undefined until it has found something.
 * @param watch calls back at every change that makes the read worth repeating
 * @param inputs what the read goes by: when one of them is another, it begins anew
 */
export function useReread<T>(
  read: () => Promise<T>,
  watch: (changed: () => void, signal: AbortSignal) => void,
  inputs: readonly unknown[] = [],
): T | undefined {
  const [value, setValue] = useState<T>();
  useEffect(() => {
    const life = new AbortController();
    let asked = 0;
    const look = async (): Promise<void> => {
      asked += 1;
      const mine = asked;
      const found = await read();
      // Two reads may overlap; only the last one asked counts.
      if (mine === asked && !life.signal.aborted) setValue(() => found);
    };
    watch(() => void look(), life.signal);
    void look();
    return () => life.abort();
  }, inputs);
  return value;
}
