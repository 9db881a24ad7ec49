import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { plainWishes } from '#shared/export/wishes.ts';
import { deck } from '../../../../electron/exporters/deck/deck.ts';
import { unattended } from '../../../../electron/exporters/export-control.ts';
import { deckFaults } from '../../../support/open-xml/deck-faults.ts';
import { samplePages } from '../../../support/sample-pages.ts';

let sound: Uint8Array;

beforeAll(async () => {
  const made = await deck(
    { version: '0', scenarios: [], answers: new Map(), unanswered: [] },
    samplePages,
    plainWishes,
    unattended,
  );
  if (made === null) throw new Error('nobody cancelled');
  sound = made;
});

/** Changes one part of the sound deck; null takes it out. */
function broken(part: string, change: (text: string) => string | null): Uint8Array {
  const files = unzipSync(sound);
  const made = change(strFromU8(files[part] ?? new Uint8Array()));
  if (made === null) delete files[part];
  else files[part] = strToU8(made);
  return zipSync(files);
}

const slide = 'ppt/slides/slide2.xml';
const chart = 'ppt/charts/chart1.xml';

/** Every trap for which PowerPoint is known to offer a repair must be seen by the judge of our decks. */
const traps: readonly (readonly [what: string, packed: () => Uint8Array, sign: RegExp])[] = [
  [
    'a missing part',
    () => broken('ppt/theme/theme2.xml', () => null),
    /theme2\.xml.*(?:not there|has a type)/,
  ],
  [
    'a phantom override',
    () =>
      broken('[Content_Types].xml', (text) =>
        text.replace(
          '</Types>',
          '<Override PartName="/ppt/slideMasters/slideMaster2.xml" ContentType="application/vnd.x+xml"/></Types>',
        ),
      ),
    /slideMaster2\.xml has a type but is not there/,
  ],
  [
    'an infinity',
    () =>
      broken(chart, (text) =>
        text.replace(/<c:v>[\d.]+<\/c:v><\/c:pt><\/c:numCache>/, '<c:v>Infinity</c:v></c:pt></c:numCache>'),
      ),
    /number that is none/,
  ],
  [
    'a control character',
    () => broken(slide, (text) => text.replace('<a:t>', '<a:t>\u0001')),
    /control characters|not well-formed/,
  ],
  [
    'the wrong order',
    () => broken(chart, (text) => text.replace(/(<c:idx val="0"\/>)(<c:order val="0"\/>)/, '$2$1')),
    /may not stand there in c:ser/,
  ],
  ['an id twice', () => broken(slide, (text) => text.replace('id="3"', 'id="2"')), /two objects have one id/],
  [
    'a link outside',
    () =>
      broken('ppt/slides/_rels/slide2.xml.rels', (text) => text.replace('/>', ' TargetMode="External"/>')),
    /leads outside/,
  ],
  [
    'a label on a stacked bar',
    () => broken(chart, (text) => text.replace('<c:dLblPos val="t"/>', '<c:dLblPos val="outEnd"/>')),
    /stands outEnd/,
  ],
  [
    'a number that is not in the sheet',
    () => broken(chart, (text) => text.replace('<c:v>407</c:v>', '<c:v>408</c:v>')),
    /407 in the sheet, 408 shown/,
  ],
  [
    'notes without a master',
    () =>
      broken('ppt/presentation.xml', (text) =>
        text.replace(/<p:notesMasterIdLst>.*<\/p:notesMasterIdLst>/, ''),
      ),
    /exactly one master/,
  ],
  [
    'an object without words',
    () => broken(slide, (text) => text.replace(/ descr="[^"]*"/, '')),
    /no words for those who hear it/,
  ],
  [
    'a relation that is not there',
    () => broken(slide, (text) => text.replace('r:id="rId', 'r:id="rIdX')),
    /used but not related/,
  ],
];

describe('the judge of decks', () => {
  it('finds nothing wrong with a sound one', () => {
    expect(deckFaults(sound)).toEqual([]);
  });

  it.each(traps)('sees %s', (_, packed, sign) => {
    let faults: string[];
    try {
      faults = deckFaults(packed());
    } catch (error) {
      faults = [`not well-formed: ${String(error)}`];
    }
    expect(faults.join('\n')).toMatch(sign);
  });
});
