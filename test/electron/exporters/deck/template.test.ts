import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { plainWishes } from '#shared/export/wishes.ts';
import { deck } from '../../../../electron/exporters/deck/deck.ts';
import { describeTemplate, templateBase } from '../../../../electron/exporters/deck/template/use-template.ts';
import { unattended } from '../../../../electron/exporters/export-control.ts';
import { writeWorkbook } from '../../../../electron/exporters/workbook/write-workbook.ts';
import { deckFaults } from '../../../support/open-xml/deck-faults.ts';
import { all, readParts } from '../../../support/open-xml/read-parts.ts';
import { samplePages } from '../../../support/sample-pages.ts';

const nobody = { version: '0', scenarios: [], answers: new Map(), unanswered: [] };
let template: Uint8Array;

/** A house template: other colours and fonts, other names of layouts, a logo, and slides with samples. */
beforeAll(async () => {
  const made = await deck(nobody, samplePages.slice(0, 2), { slideSize: '4:3' }, unattended);
  if (made === null) throw new Error('nobody cancelled');
  template = changed(made, {
    'ppt/theme/theme1.xml': (text) =>
      text.replaceAll('2A6FBB', '7700CC').replaceAll('typeface="Arial"', 'typeface="Georgia"'),
    'ppt/slideLayouts/slideLayout1.xml': (text) => text.replace('name="Cover"', 'name="House cover"'),
    'ppt/slideLayouts/slideLayout2.xml': (text) => text.replace('name="Finding"', 'name="House page"'),
  });
});

function changed(
  packed: Uint8Array,
  changes: Readonly<Record<string, (text: string) => string>>,
): Uint8Array {
  const files: Zippable = unzipSync(packed);
  for (const [name, change] of Object.entries(changes)) {
    const old = files[name];
    files[name] = strToU8(change(old instanceof Uint8Array ? strFromU8(old) : ''));
  }
  return zipSync(files);
}

describe('a template', () => {
  it('is described by its layouts, places, colours and fonts', () => {
    const described = describeTemplate(template);
    if (!described.ok) throw new Error(described.error);
    const { layouts, suggested, colours, fonts } = described.value;
    expect(layouts.map(({ name }) => name)).toEqual(['House cover', 'House page']);
    expect(layouts[1]?.places.map(({ kind }) => kind)).toEqual(['title', 'body', 'obj', 'body', 'sldNum']);
    expect(suggested).toEqual({
      cover: 'House cover',
      page: 'House page',
      body: 14,
      topic: 13,
      footnote: 15,
    });
    expect(colours).toContain('7700CC');
    expect(fonts).toEqual({ headings: 'Georgia', text: 'Georgia' });
  });

  it('gives its layouts, theme and size to the deck, and keeps its sample slides', async () => {
    const base = templateBase(template, null);
    if (!base.ok) throw new Error(base.error);
    const made = await deck(nobody, samplePages.slice(2), plainWishes, unattended, base.value);
    if (made === null) throw new Error('nobody cancelled');
    expect(deckFaults(made)).toEqual([]);
    const parts = readParts(made);
    expect(parts.text('ppt/theme/theme1.xml')).toContain('7700CC');
    expect(all(parts.xml('ppt/presentation.xml'), 'p:sldSz')[0]?.getAttribute('cx')).toBe('9144000');
    const words = parts.names
      .filter((name) => name.startsWith('ppt/slides/slide'))
      .map((name) => parts.xml(name).documentElement?.textContent);
    expect(words).toHaveLength(1 + samplePages.slice(2).length);
    expect(words.join(' ')).not.toContain(samplePages[0]?.finding);
    // Colours of charts are places of the theme, not colours of ours.
    expect(parts.text('ppt/charts/chart1.xml')).toContain('<a:schemeClr val="accent1"');
  });

  it('makes room beside the picture where a layout has no place for words', async () => {
    const base = templateBase(template, {
      cover: null,
      page: 'House page',
      body: 14,
      topic: null,
      footnote: null,
    });
    if (!base.ok) throw new Error(base.error);
    const made = await deck(nobody, samplePages.slice(0, 1), plainWishes, unattended, base.value);
    expect(made === null ? ['cancelled'] : deckFaults(made)).toEqual([]);
  });

  it('must have the layout that was chosen', () => {
    const base = templateBase(template, {
      cover: null,
      page: 'Elsewhere',
      body: null,
      topic: null,
      footnote: null,
    });
    expect(base.ok ? '' : base.error).toBe('it has no layout called “Elsewhere”');
  });
});

const rels = 'ppt/slideMasters/_rels/slideMaster1.xml.rels';

/** What is refused, in words the user can act on. */
const refused: readonly (readonly [what: string, packed: () => Uint8Array, message: RegExp])[] = [
  ['nothing', () => new Uint8Array(), /not an Office file/],
  ['a picture', () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47), /not an Office file/],
  ['an old deck or one with a password', () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), /password/],
  ['a torn file', () => template.subarray(0, template.length / 2), /damaged/],
  ['any zip archive', () => zipSync({ 'a.txt': strToU8('a') }), /no list of contents/],
  [
    'a workbook',
    () => writeWorkbook([], { title: '', description: '', version: '' }),
    /not a deck of slides/,
  ],
  [
    'a part that is no XML',
    () => changed(template, { 'ppt/presentation.xml': () => '<p:presentation' }),
    /presentation\.xml is damaged/,
  ],
  [
    'entities',
    () =>
      changed(template, {
        'ppt/presentation.xml': (text) => text.replace('?>', '?><!DOCTYPE a [<!ENTITY b "c">]>'),
      }),
    /defines entities/,
  ],
  [
    'macros',
    () =>
      changed(template, {
        '[Content_Types].xml': (text) =>
          text.replace('presentationml.presentation.main+xml', 'presentationml.macroEnabled.main+xml'),
      }),
    /macros/,
  ],
  [
    'macros under another name and kind',
    () =>
      changed(template, {
        'ppt/media/notes.dat': () => 'code',
        '[Content_Types].xml': (text) =>
          text.replace(
            '</Types>',
            '<Override PartName="/ppt/media/notes.dat" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
          ),
      }),
    /macros or controls/,
  ],
  [
    'macros that only a relation tells of',
    () =>
      changed(template, {
        'ppt/media/notes.dat': () => 'code',
        [rels]: (text) =>
          text.replace(
            '</Relationships>',
            '<Relationship Id="rId99" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="../media/notes.dat"/></Relationships>',
          ),
      }),
    /macros or controls/,
  ],
  ['a control', () => changed(template, { 'ppt/activeX/activeX1.xml': () => '<a/>' }), /macros or controls/],
  [
    'entities behind a long remark',
    () =>
      changed(template, {
        'ppt/presentation.xml': (text) =>
          text.replace('?>', `?><!--${' '.repeat(9_000)}--><!DOCTYPE a [<!ENTITY b "c">]>`),
      }),
    /defines entities/,
  ],
  [
    'a part that is not there',
    () => changed(template, { [rels]: (text) => text.replace('theme1.xml', 'theme9.xml') }),
    /theme9\.xml is damaged or missing/,
  ],
  [
    'more elements than fit into memory',
    () =>
      changed(template, {
        'ppt/presProps.xml': () =>
          `<a>${Array.from({ length: 600_000 }, (_, at) => `<b c="${at}"/>`).join('')}</a>`,
      }),
    /more elements than fit into memory/,
  ],
  [
    'many parts that each unpack to much',
    () =>
      zipSync({
        '[Content_Types].xml': strToU8('<Types/>'),
        ...Object.fromEntries(
          Array.from({ length: 60 }, (_, at) => [`ppt/media/image${at}.bmp`, new Uint8Array(1_000_000)]),
        ),
      }),
    /far more/,
  ],
  [
    'a link outside',
    () =>
      changed(template, {
        [rels]: (text) =>
          text.replace(
            '</Relationships>',
            '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file:///c:/logo.png" TargetMode="External"/></Relationships>',
          ),
      }),
    /leads outside of itself, to file:\/\/\/c:\/logo\.png/,
  ],
  [
    'a name that leads outside',
    () => zipSync({ '[Content_Types].xml': strToU8('<Types/>'), '../evil.xml': strToU8('<a/>') }),
    /leads outside of it/,
  ],
  [
    'a file that unpacks to far more',
    () =>
      zipSync(
        { '[Content_Types].xml': strToU8('<Types/>'), 'bomb.bin': new Uint8Array(8_000_000) },
        { level: 9 },
      ),
    /far more/,
  ],
];

/** Says in the list of an archive that all its parts are small. */
function lying(packed: Uint8Array): Uint8Array {
  const bytes = Buffer.from(packed);
  for (let at = bytes.indexOf('PK\u0001\u0002', 0, 'latin1'); at !== -1; ) {
    bytes.writeUInt32LE(Math.min(bytes.readUInt32LE(at + 24), 2_000), at + 24);
    at = bytes.indexOf('PK\u0001\u0002', at + 4, 'latin1');
  }
  return bytes;
}

describe('a template that spells an address wrongly', () => {
  it('is taken, since nothing of it is followed', () => {
    const odd = changed(template, {
      [rels]: (text) =>
        text.replace(
          '</Relationships>',
          '<Relationship Id="rId98" Type="http://x/image" Target="%zz.png"/></Relationships>',
        ),
    });
    expect(describeTemplate(odd).ok).toBe(true);
  });
});

describe('what is no template', () => {
  it('takes no more memory than it says, where it lies about its size', () => {
    const bomb = zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'a.xml': new Uint8Array(50_000_000) });
    const before = process.memoryUsage().arrayBuffers;
    const described = describeTemplate(lying(bomb));
    expect(described.ok).toBe(false);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
  });

  it.each(refused)('is refused: %s', (_, packed, message) => {
    const described = describeTemplate(packed());
    expect(described.ok ? 'taken' : described.error).toMatch(message);
  });
});
