import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSettings } from '../settings/settings.ts';
import { parseSiteUrl } from './site-url.ts';

describe('the host of a URL', () => {
  test.each([
    ['https://blog.example.org/2025/notes?x=1#y', 'blog.example.org', '/2025/notes'],
    ['https://example.org', 'example.org', '/'],
    ['https://example.org:8443/a', 'example.org', '/a'],
    ['https://me:secret@example.org/', 'example.org', '/'],
    ['https://xn--fsqu00a.xn--3lr804guic/', 'xn--fsqu00a.xn--3lr804guic', '/'],
  ])('%s', (href, host, path) => {
    expect(parseSiteUrl(href)).toEqual({ ok: true, host, path });
  });

  test.each([
    ['http://example.org/', 'insecure'],
    ['https://192.168.0.1/', 'no-name'],
    ['http://127.0.0.1:8080/', 'no-name'],
    ['https://[::1]/', 'no-name'],
    ['https://localhost/', 'no-name'],
    ['https://router/', 'no-name'],
    ['https://printer.local/', 'no-name'],
    ['https://a.localhost/', 'no-name'],
    ['https://addons.mozilla.org/en/', 'guarded'],
    ['https://chromewebstore.google.com/', 'guarded'],
    ['chrome://settings/', 'not-a-site'],
    ['about:blank', 'not-a-site'],
    ['moz-extension://5a6f2c1e/popup.html', 'not-a-site'],
    ['file:///etc/hosts', 'not-a-site'],
    ['https://exa_mple.org/', 'not-a-site'],
    ['https://evil.example*/', 'not-a-site'],
    ['', 'not-a-site'],
  ])('%s is rejected: %s', (href, problem) => {
    expect(parseSiteUrl(href)).toEqual({ ok: false, problem });
  });

  test('any accepted host can be stored', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), fc.string()), (text) => {
        const address = parseSiteUrl(text.replace(/^http:/, 'https:'));
        if (address.ok) expect(parseSettings({ v: 1, addedSites: [address.host] }).problem).toBeNull();
      }),
    );
  });
});
