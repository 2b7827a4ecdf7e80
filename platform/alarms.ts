import { browser } from 'wxt/browser';

const NAME = 'refresh';

/**
 * Ensures that the refresh alarm exists with this period. Browsers may drop alarms (on a restart or an update), so this is called
 * at every start of the background. An alarm with the right period is kept: creating it again would postpone it.
 * @param periodSeconds 30 to 3600
 */
export async function ensureRefreshAlarm(periodSeconds: number): Promise<void> {
  const periodInMinutes = periodSeconds / 60;
  const alarm = await browser.alarms.get(NAME);
  if (alarm?.periodInMinutes === periodInMinutes) return;
  await browser.alarms.create(NAME, { periodInMinutes });
}

/** Calls back on every refresh alarm. Register synchronously at the start of the background. */
export function onRefreshAlarm(tick: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === NAME) tick();
  });
}
