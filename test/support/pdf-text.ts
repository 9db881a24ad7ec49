import { inflateSync } from 'node:zlib';

/** Extracts the text of each sheet of a PDF as a reader program would: glyphs looked up in the tables that come with the fonts. */
export function pdfText(bytes: Uint8Array): string[] {
  const raw = Buffer.from(bytes).toString('latin1');
  const objects = new Map<string, string>();
  for (const match of raw.matchAll(/\n?(\d+) 0 obj\n([\s\S]*?)\nendobj/g))
    objects.set(match[1] ?? '', match[2] ?? '');
  const streamOf = (id: string): string => {
    const object = objects.get(id) ?? '';
    const start = object.indexOf('stream\n');
    const body = Buffer.from(object.slice(start + 7, object.lastIndexOf('\nendstream')), 'latin1');
    return object.includes('/FlateDecode') ? inflateSync(body).toString('latin1') : body.toString('latin1');
  };
  const letters = new Map<string, Map<string, string>>();
  for (const [id, object] of objects) {
    const [, table] = /\/ToUnicode (\d+) 0 R/.exec(object) ?? [];
    if (table !== undefined) letters.set(id, readTable(streamOf(table)));
  }
  return [...objects.values()]
    .filter((object) => /\/Type \/Page\b/.test(object))
    .map((object) => {
      const [, resources = ''] = /\/Resources (\d+) 0 R/.exec(object) ?? [];
      const fonts = new Map(
        [...(objects.get(resources) ?? object).matchAll(/\/(F\d+) (\d+) 0 R/g)].map((match) => [
          match[1],
          match[2] ?? '',
        ]),
      );
      const [, content = ''] = /\/Contents (\d+) 0 R/.exec(object) ?? [];
      return readContent(streamOf(content), (font) => letters.get(fonts.get(font) ?? '') ?? new Map());
    });
}

function readContent(content: string, tableOf: (font: string) => Map<string, string>): string {
  let table = new Map<string, string>();
  let text = '';
  for (const match of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ|<([0-9a-f]+)> Tj|\bET\b/g)) {
    if (match[1] !== undefined) table = tableOf(match[1]);
    else if (match[0] === 'ET') text += '\n';
    else {
      for (const [, hex = ''] of (match[2] ?? `<${match[3]}>`).matchAll(/<([0-9a-f]+)>/g)) {
        for (const code of hex.match(/.{4}/g) ?? []) text += table.get(code) ?? '';
      }
    }
  }
  return text;
}

/** Reads which glyph stands for which letters. */
function readTable(cmap: string): Map<string, string> {
  const table = new Map<string, string>();
  const letter = (hex: string) =>
    String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((one) => Number.parseInt(one, 16)));
  for (const [, from = '', , list = ''] of cmap.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/g)) {
    [...list.matchAll(/<([0-9a-f]+)>/g)].forEach(([, hex = ''], at) => {
      table.set((Number.parseInt(from, 16) + at).toString(16).padStart(4, '0'), letter(hex));
    });
  }
  return table;
}
