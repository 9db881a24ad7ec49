/** A small generator of the same numbers for the same seed, good enough to choose mutations. */
export function randomWith(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const intruders = [
  ':',
  ' : ',
  '{',
  '}',
  '[',
  ']',
  ',',
  '"',
  "'",
  '#',
  ' # ',
  '|',
  '>',
  '&a ',
  '*a',
  '!t ',
  '- ',
  '=',
  '=x',
  '%',
  '$',
  '~',
  'null',
  '\t',
  '\r\n',
  '\n',
  '\n\n',
  '  ',
  '0',
  '-',
  '.',
  '1e999',
  'to',
  ' GW',
  ' months',
  'reported',
  '…',
  '𝄞',
  '\u0000',
  '__proto__: 1\n',
  'constructor: { a: 1 }\n',
  'value: 5',
  'source: x',
  'zzz: 1\n',
  '<<: *a\n',
  '? a\n',
  '---\n',
  '...\n',
];

/** Damages a text in one to three places, as slips of the hand, of copying and of merging do. */
export function mutateText(text: string, random: () => number): string {
  let mutated = text;
  const times = 1 + Math.floor(random() * 3);
  for (let i = 0; i < times; i++) mutated = mutateOnce(mutated, random);
  return mutated;
}

function mutateOnce(text: string, random: () => number): string {
  const at = Math.floor(random() * (text.length + 1));
  const lines = text.split('\n');
  const line = Math.floor(random() * lines.length);
  const other = Math.floor(random() * lines.length);
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];
  switch (Math.floor(random() * 11)) {
    case 0:
      return text.slice(0, at) + text.slice(at + 1 + Math.floor(random() * 4));
    case 1:
      return text.slice(0, at) + (pick(intruders) ?? '') + text.slice(at);
    case 2:
      return lines.filter((_, i) => i !== line).join('\n');
    case 3:
      return [...lines.slice(0, line), lines[other] ?? '', ...lines.slice(line)].join('\n');
    case 4:
      return lines
        .map((each, i) => (i === line ? (lines[other] ?? '') : i === other ? (lines[line] ?? '') : each))
        .join('\n');
    case 5:
      return lines
        .map((each, i) => (i === line ? `${' '.repeat(Math.floor(random() * 5))}${each.trimStart()}` : each))
        .join('\n');
    case 6:
      return text.slice(0, at);
    case 7: {
      const words = [...text.matchAll(/[\w.%$-]+/g)];
      const from = pick(words);
      const to = pick(words);
      if (from === undefined || to === undefined) return text;
      return text.slice(0, from.index) + to[0] + text.slice(from.index + from[0].length);
    }
    case 8: {
      const swap = text.slice(at, at + 2);
      return text.slice(0, at) + [...swap].reverse().join('') + text.slice(at + 2);
    }
    case 9: {
      const number = pick([...text.matchAll(/\d+(\.\d+)?/g)]);
      if (number === undefined) return text;
      const changed = pick(['0', '-1', '1000000000000', '0.0001', '2026-13', '']) ?? '';
      return text.slice(0, number.index) + changed + text.slice(number.index + number[0].length);
    }
    default:
      return lines
        .map((each, i) => (i === line ? each.replace(/[\w-]+:/, (key) => `${key.slice(1)}`) : each))
        .join('\n');
  }
}
