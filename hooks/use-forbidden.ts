import { useEffect, useState } from 'preact/hooks';
import { patternOf } from '../core/addresses.ts';
import { hasOrigins, watchOrigins } from '../platform/permissions.ts';

/**
 * Those of the addresses that the browser does not let Tickside reach: the reader took the right back, or the settings came
 * from elsewhere. None until the browser has said so.
 */
export function useForbidden(addresses: readonly string[]): ReadonlySet<string> {
  const [forbidden, setForbidden] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const life = new AbortController();
    const look = async (): Promise<void> => {
      const allowed = await Promise.all(addresses.map((address) => hasOrigins([patternOf(address)])));
      if (!life.signal.aborted) setForbidden(new Set(addresses.filter((_address, index) => !allowed[index])));
    };
    watchOrigins(() => void look(), life.signal);
    void look();
    return () => life.abort();
  }, [addresses.join(' ')]);
  return forbidden;
}
