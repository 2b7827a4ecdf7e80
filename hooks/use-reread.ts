import { useEffect, useState } from 'preact/hooks';

/**
 * Returns the result of a read, repeated after every change; undefined until the first read has finished.
 * @param watch calls back on every change that requires another read
 * @param inputs the inputs of the read: a change of one starts over
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
      // Reads may overlap; only the last one started counts.
      if (mine === asked && !life.signal.aborted) setValue(() => found);
    };
    watch(() => void look(), life.signal);
    void look();
    return () => life.abort();
  }, inputs);
  return value;
}
