import { describe, expect, test } from 'vitest';
import { fillMarkers } from './markers.ts';

const marked = (name: string, text: string): string => `<!-- generated:${name} -->${text}<!-- /generated -->`;

describe('markers', () => {
  test('only the text between them is replaced', () => {
    const before = `12 sites: ${marked('sites', '12')}, in ${marked('languages', '')}.\n| ${marked('sites', 'x')} |\n`;
    const after = `12 sites: ${marked('sites', '47')}, in ${marked('languages', '$& three')}.\n| ${marked('sites', '47')} |\n`;
    expect(fillMarkers(before, { sites: '47', languages: '$& three' })).toBe(after);
    expect(fillMarkers(after, { sites: '47', languages: '$& three' })).toBe(after);
  });

  test.each([
    ['an unknown name', `all ${marked('coins', '1')}`, 'unknown fact: coins'],
    ['no end', 'all <!-- generated:sites -->47', 'no end'],
    ['an end in another line', 'all <!-- generated:sites -->47\n<!-- /generated -->', 'no end'],
    ['one inside another', `all <!-- generated:sites -->${marked('sites', '47')}`, 'no end'],
    ['an end alone', 'all 47<!-- /generated -->', 'no end'],
    ['a name of another form', 'all <!-- generated:Sites -->47<!-- /generated -->', 'no end'],
    ['the start of a line', `text\n${marked('sites', '47')} sites`, 'start of a line'],
  ])('%s is rejected', (_what, text, message) => {
    expect(() => fillMarkers(text, { sites: '47' })).toThrow(message);
  });
});
