import { describe, expect, it } from 'vitest';
import { recent } from '#shared/scenario/text/recent.ts';

describe('recent', () => {
  it('makes a result once, and again after as many others', () => {
    const memory = recent<string>(3);
    const made: string[] = [];
    const get = (text: string, file = 'f') =>
      memory.get(file, text, () => {
        made.push(`${file}:${text}`);
        return `${file}:${text}`;
      });
    for (const text of ['a', 'b', 'a', 'c', 'a']) expect(get(text)).toBe(`f:${text}`);
    expect(made).toEqual(['f:a', 'f:b', 'f:c']);
    get('d');
    expect(get('a')).toBe('f:a');
    expect(made).toEqual(['f:a', 'f:b', 'f:c', 'f:d']);
    get('b');
    expect(made.at(-1)).toBe('f:b');
  });

  it('never gives the result of another file with the same text', () => {
    const memory = recent<string>(3);
    expect(memory.get('x', 'same', () => 'x')).toBe('x');
    expect(memory.get('y', 'same', () => 'y')).toBe('y');
    expect(memory.get('x', 'same', () => 'x again')).toBe('x again');
  });

  it('keeps no large text', () => {
    const memory = recent<number>(3);
    const text = ' '.repeat(100_001);
    expect([1, 2].map((value) => memory.get('f', text, () => value))).toEqual([1, 2]);
  });
});
