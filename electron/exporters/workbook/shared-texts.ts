import { element, textElement, xmlHead } from '../open-xml/xml.ts';

/** The texts of a workbook, each once. */
export interface SharedTexts {
  readonly indexOf: (text: string) => number;
  readonly xml: () => string;
}

/** Excel's limit for a cell. */
const longest = 32_767;

/** Makes an empty table of texts. */
export function createSharedTexts(): SharedTexts {
  const places = new Map<string, number>();
  let uses = 0;
  return {
    indexOf: (text) => {
      uses += 1;
      const cut = text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
      const known = places.get(cut);
      if (known !== undefined) return known;
      places.set(cut, places.size);
      return places.size - 1;
    },
    xml: () =>
      xmlHead +
      element(
        'sst',
        {
          xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
          count: uses,
          uniqueCount: places.size,
        },
        ...[...places.keys()].map((text) =>
          element(
            'si',
            {},
            textElement('t', escaped(text), /^\s|\s$|\n/.test(text) ? { 'xml:space': 'preserve' } : {}),
          ),
        ),
      ),
  };
}

/** `_x0041_` is Excel's way to write a character by number; a text that looks like it must not be read so. */
function escaped(text: string): string {
  return text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
}
