import { browser } from 'wxt/browser';

const NAME = 'refresh';

/**
 * Makes sure that the refresh alarm exists with this period. Browsers may drop alarms (restart, update), so it is called
 * at every start of the background. An alarm that is right is left alone: making it anew would postpone it.
 * @param periodSeconds 30 to 3600
 */
export async function ensureRefreshAlarm(periodSeconds: number): Promise<void> {
  const periodInMinutes = periodSeconds / 60;
  const alarm = await browser.alarms.get(NAME);
  if (alarm?.periodInMinutes === periodInMinutes) return;
  await browser.alarms.create(NAME, { periodInMinutes });
}

/** Calls back at every tick. Register synchronously at the start of the background. */
export function onRefreshAlarm(tick: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === NAME) tick();
  });
}
