import { describe, expect, it } from 'vitest';
import { readArguments } from '../../../electron/loopback/arguments.ts';
import { openerOf } from '../../../electron/loopback/open-browser.ts';

describe('arguments of the browser host', () => {
  it.each([
    [[], { library: undefined, port: 0, isOpened: true }],
    [['--browser', '--no-open'], { library: undefined, port: 0, isOpened: false }],
    [['--library', 'x', '--port', '8080'], { library: 'x', port: 8080, isOpened: true }],
  ])('reads %j', (args, options) => {
    expect(readArguments(args)).toEqual({ ok: true, value: options });
  });

  it.each([[['--port', 'x']], [['--port', '70000']], [['--port', '-1']], [['--prot', '1']], [['stray']]])(
    'refuses %j in a line',
    (args) => {
      const read = readArguments(args);
      expect(read.ok).toBe(false);
      if (!read.ok) expect(read.error).not.toBe('');
    },
  );
});

describe('opening a browser', () => {
  it('is tried where there is a screen', () => {
    expect(openerOf('linux', { DISPLAY: ':0' })).toEqual(['xdg-open']);
    expect(openerOf('linux', {})).toEqual([]);
    expect(openerOf('darwin', {})).toEqual(['open']);
    expect(openerOf('win32', {})[0]).toBe('rundll32');
  });
});
