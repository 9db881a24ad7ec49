import type { FontWeight } from './drawing.ts';
import { interWidths, measuredCharacters } from './inter-widths.ts';

const places = new Map([...measuredCharacters].map((character, at) => [character, at]));
/** About the width of a letter that is not in the table; wide scripts are twice as wide. */
const plainWidth = 620;
const wideWidth = 1000;

/** Measures a line of text in the bundled typeface, without kerning. */
export function textWidth(text: string, size: number, weight: FontWeight = 400): number {
  const widths = interWidths[weight];
  let sum = 0;
  for (const character of text) {
    const place = places.get(character);
    sum += place === undefined ? unknownWidth(character) : (widths[place] ?? plainWidth);
  }
  return (sum * size) / 1000;
}

/** Breaks a text into lines no wider than `width`; the last of at most `most` lines ends in an ellipsis where more follows. */
export function wrapText(
  text: string,
  width: number,
  size: number,
  weight: FontWeight,
  most: number,
): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/[ \n]+/).filter((one) => one !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, size, weight) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  if (line !== '') lines.push(line);
  const isCut = lines.length > most;
  return lines
    .slice(0, most)
    .map((one, at) => fitText(isCut && at === most - 1 ? `${one} …` : one, width, size, weight));
}

/** Shortens a line until it fits, with an ellipsis at its end. */
export function fitText(text: string, width: number, size: number, weight: FontWeight = 400): string {
  if (textWidth(text, size, weight) <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && textWidth(`${letters.join('')}…`, size, weight) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

function unknownWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code >= 0x1100 && !(code >= 0x2000 && code < 0x2e80) ? wideWidth : plainWidth;
}
