import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ensureRefreshAlarm, onRefreshAlarm } from './alarms.ts';

const ALARM = { name: 'refresh', scheduledTime: 0, persistAcrossSessions: true };

beforeEach(() => fakeBrowser.reset());

test('creates a missing alarm, after an update or a restart', async () => {
  await ensureRefreshAlarm(60);
  expect(await fakeBrowser.alarms.getAll()).toMatchObject([{ name: 'refresh', periodInMinutes: 1 }]);
});

test('keeps one with the right period: creating it again would postpone it', async () => {
  await ensureRefreshAlarm(90);
  const [first] = await fakeBrowser.alarms.getAll();
  await ensureRefreshAlarm(90);
  const [second] = await fakeBrowser.alarms.getAll();
  expect(second).toBe(first);
});

test('replaces one with another period', async () => {
  await ensureRefreshAlarm(60);
  await ensureRefreshAlarm(30);
  expect(await fakeBrowser.alarms.getAll()).toMatchObject([{ name: 'refresh', periodInMinutes: 0.5 }]);
});

test('calls back for its own alarm only', async () => {
  let ticks = 0;
  onRefreshAlarm(() => {
    ticks += 1;
  });
  await fakeBrowser.alarms.onAlarm.trigger({ ...ALARM, name: 'another' });
  expect(ticks).toBe(0);
  await fakeBrowser.alarms.onAlarm.trigger(ALARM);
  expect(ticks).toBe(1);
});
