import { patternOf } from '../core/sites/custom-urls.ts';
import { hasOrigins, onAccess } from '../platform/permissions.ts';
import { useReread } from './use-reread.ts';

const NONE: ReadonlySet<string> = new Set();

async function forbiddenOf(addresses: readonly string[]): Promise<ReadonlySet<string>> {
  const allowed = await Promise.all(addresses.map((address) => hasOrigins([patternOf(address)])));
  return new Set(addresses.filter((_address, index) => !allowed[index]));
}

/**
 * Those of the addresses that the browser does not let Tickside reach: the reader took the right back, or the settings came
 * from elsewhere. None until the browser has said so.
 */
export const useForbidden = (addresses: readonly string[]): ReadonlySet<string> =>
  useReread(() => forbiddenOf(addresses), onAccess, [addresses.join(' ')]) ?? NONE;
