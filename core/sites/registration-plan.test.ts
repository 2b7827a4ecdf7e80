import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  covers,
  hostOfScriptId,
  originOf,
  planRegistration,
  type RegistrationFacts,
  scriptIdOf,
} from './registration-plan.ts';

const FILES = { js: ['overlay.js'], css: [] };
const facts = (part: Partial<RegistrationFacts>): RegistrationFacts => ({
  added: [],
  held: [],
  listed: ['https://coindesk.com/*', 'https://*.coinness.com/*'],
  needed: [],
  registered: new Map(),
  files: FILES,
  ...part,
});

test.each([
  [['https://a.example/*'], 'a.example', true],
  [['https://a.example/*'], 'b.a.example', false],
  [['https://*.a.example/*'], 'a.example', true],
  [['https://*.a.example/*'], 'b.a.example', true],
  [['https://*.a.example/*'], 'nota.example', false],
  [['*://a.example/*'], 'a.example', true],
  [['http://a.example/*'], 'a.example', false],
  [['https://*/*'], 'a.example', true],
  [['*://*/*'], 'a.example', true],
  [['<all_urls>'], 'a.example', true],
  [[], 'a.example', false],
])('%j covers %s: %s', (patterns, host, is) => {
  expect(covers(patterns, host)).toBe(is);
});

test('a permission covers exactly one host', () => {
  expect(originOf('a.example')).toBe('https://a.example/*');
});

test('script ids map to hosts and back, and other ids do not', () => {
  expect(hostOfScriptId(scriptIdOf('blog.example.org'))).toBe('blog.example.org');
  expect(hostOfScriptId('other')).toBeNull();
  expect(hostOfScriptId('site-')).toBeNull();
});

describe('the registration plan', () => {
  const HELD = ['https://a.example/*', 'https://b.example/*'];

  test('registers each added and permitted host once', () => {
    expect(planRegistration(facts({ added: ['a.example', 'c.example'], held: HELD }))).toEqual({
      register: ['a.example'],
      unregister: [],
      fresh: ['a.example'],
      giveUp: [],
    });
    const upToDate = facts({ added: ['a.example'], held: HELD, registered: new Map([['a.example', FILES]]) });
    expect(planRegistration(upToDate)).toEqual({ register: [], unregister: [], fresh: [], giveUp: [] });
  });

  test('never registers a host that the manifest already covers', () => {
    const plan = planRegistration(
      facts({ added: ['coindesk.com', 'jp.coinness.com'], held: ['https://*/*'] }),
    );
    expect(plan.register).toEqual([]);
  });

  test('permission revoked: the script is removed, the user’s setting stays', () => {
    const plan = planRegistration(
      facts({ added: ['a.example'], registered: new Map([['a.example', FILES]]) }),
    );
    expect(plan).toEqual({ register: [], unregister: ['a.example'], fresh: [], giveUp: [] });
  });

  test('removed by the user: the permission is released too, unless something else needs it', () => {
    const registered = new Map([
      ['a.example', FILES],
      ['b.example', FILES],
    ]);
    expect(planRegistration(facts({ held: HELD, needed: ['https://b.example/*'], registered }))).toEqual({
      register: [],
      unregister: ['a.example', 'b.example'],
      fresh: [],
      giveUp: ['a.example'],
    });
  });

  test('after an update with other files, all hosts are registered again, and open pages are left alone', () => {
    const registered = new Map([['a.example', { js: ['old.js'], css: [] }]]);
    expect(planRegistration(facts({ added: ['a.example'], held: HELD, registered }))).toEqual({
      register: ['a.example'],
      unregister: ['a.example'],
      fresh: [],
      giveUp: [],
    });
  });

  test('once applied, exactly the added and permitted sites are registered, and nothing is left to do', () => {
    const hosts = fc.subarray(['a.example', 'b.example', 'c.example', 'coindesk.com']);
    const files = fc.constantFrom(FILES, { js: ['overlay.js'], css: ['overlay.css'] });
    fc.assert(
      fc.property(hosts, hosts, hosts, files, (added, held, before, registeredFiles) => {
        const input = facts({
          added,
          held: held.map(originOf),
          registered: new Map(before.map((host) => [host, registeredFiles])),
        });
        const { register, unregister } = planRegistration(input);
        const after = new Map([...input.registered].filter(([host]) => !unregister.includes(host)));
        for (const host of register) {
          expect(after.has(host)).toBe(false);
          after.set(host, FILES);
        }
        const expected = added.filter((host) => held.includes(host) && host !== 'coindesk.com');
        expect([...after.keys()].sort()).toEqual(expected.sort());
        const next = planRegistration({ ...input, registered: after });
        expect([...next.register, ...next.unregister]).toEqual([]);
      }),
    );
  });
});
