import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_SITE_STATE } from '../core/sites/site-state.ts';
import { setSiteHidden } from '../platform/stores.ts';
import { renderHook } from '../tests/dom/render-hook.ts';
import { useSiteStates } from './use-site-states.ts';

beforeEach(() => fakeBrowser.reset());

test('what the reader did on each site, by host, and kept up to date', async () => {
  await setSiteHidden('a.example', true);
  const { current, renders } = await renderHook(() => useSiteStates(), null);
  expect(renders[0]).toBeUndefined();
  const hidden = { ...DEFAULT_SITE_STATE, hidden: true };
  await vi.waitFor(() => expect(current()).toEqual(new Map([['a.example', hidden]])));
  await setSiteHidden('b.example', true);
  await setSiteHidden('a.example', false);
  await vi.waitFor(() =>
    expect(current()).toEqual(
      new Map([
        ['a.example', DEFAULT_SITE_STATE],
        ['b.example', hidden],
      ]),
    ),
  );
});
