import { patternOf } from '../core/sites/custom-urls.ts';
import { hasOrigins, onAccess } from '../platform/permissions.ts';
import { useReread } from './use-reread.ts';

const NONE: ReadonlySet<string> = new Set();

async function forbiddenOf(addresses: readonly string[]): Promise<ReadonlySet<string>> {
  const allowed = await Promise.all(addresses.map((address) => hasOrigins([patternOf(address)])));
  return new Set(addresses.filter((_address, index) => !allowed[index]));
}

/**
 * Returns the URLs that Tickside has no permission for: the reader revoked it, or the settings were imported. Empty until the
 * browser responds.
 */
export const useForbidden = (addresses: readonly string[]): ReadonlySet<string> =>
  useReread(() => forbiddenOf(addresses), onAccess, [addresses.join(' ')]) ?? NONE;
