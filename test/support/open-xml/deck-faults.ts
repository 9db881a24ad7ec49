import { chartFaults } from './chart-faults.ts';
import { orderFaults } from './order-faults.ts';
import { packageFaults } from './package-faults.ts';
import { all, type CheckedPackage, readParts } from './read-parts.ts';
import { workbookFaults } from './workbook-faults.ts';

const ofType = (file: CheckedPackage, end: string) =>
  file.names.filter((name) => !name.endsWith('.rels') && file.typeOf(name)?.endsWith(`${end}+xml`));

/** How strictly a deck is judged. */
export interface DeckJudgement {
  /** Parts whose inside somebody else wrote: only what holds for every package is asked of them. */
  readonly foreign?: RegExp;
}

/** Finds everything for which PowerPoint would offer a repair, as far as is known: an empty list is the goal. */
export function deckFaults(packed: Uint8Array, { foreign }: DeckJudgement = {}): string[] {
  const file = readParts(packed);
  const own = file.names.filter(
    (name) => /^ppt\/.*\.xml$/.test(name) && !name.includes('/_rels/') && !(foreign?.test(name) ?? false),
  );
  return [
    ...packageFaults(file),
    ...own.flatMap((name) => orderFaults(file, name)),
    ...presentationFaults(file),
    ...ofType(file, '.slide').flatMap((name) => slideFaults(file, name)),
    ...notesFaults(file),
    ...ofType(file, '.chart').flatMap((name) => chartFaults(file, name)),
    ...file.names
      .filter((name) => name.endsWith('.xlsx'))
      .flatMap((name) => workbookFaults(file.bytes(name)).map((fault) => `${name}: ${fault}`)),
    ...pictureFaults(file),
  ];
}

function presentationFaults(file: CheckedPackage): string[] {
  const [presentation = ''] = ofType(file, 'presentation.main');
  const document = file.xml(presentation);
  const ids = (name: string, from: typeof document) =>
    all(from, name).map((one) => Number(one.getAttribute('id')));
  const slides = ids('p:sldId', document);
  const masters = [
    ...ids('p:sldMasterId', document),
    ...ofType(file, '.slideMaster').flatMap((name) => ids('p:sldLayoutId', file.xml(name))),
  ];
  const faults: string[] = [];
  if (new Set(slides).size !== slides.length) faults.push('two slides have one id');
  if (slides.some((id) => !(id >= 256 && id < 2_147_483_648))) faults.push('a slide has an id out of range');
  if (new Set(masters).size !== masters.length) faults.push('masters and layouts share an id');
  if (masters.some((id) => !(id >= 2_147_483_648))) faults.push('a master or layout has an id out of range');
  if (slides.length !== ofType(file, '.slide').length)
    faults.push('slides are listed that are not there, or the reverse');
  for (const name of ofType(file, '.slideMaster')) {
    const themes = file.relations(name).filter(({ type }) => type.endsWith('/theme'));
    if (themes.length !== 1) faults.push(`${name} has ${themes.length} themes`);
  }
  for (const name of ofType(file, '.slideLayout')) {
    const masterCount = file.relations(name).filter(({ type }) => type.endsWith('/slideMaster')).length;
    if (masterCount !== 1) faults.push(`${name} has ${masterCount} masters`);
  }
  return faults;
}

function slideFaults(file: CheckedPackage, name: string): string[] {
  const document = file.xml(name);
  const faults: string[] = [];
  const ids = all(document, 'p:cNvPr').map((one) => one.getAttribute('id'));
  if (new Set(ids).size !== ids.length) faults.push(`${name}: two objects have one id`);
  const layouts = file.relations(name).filter(({ type }) => type.endsWith('/slideLayout')).length;
  if (layouts !== 1) faults.push(`${name} has ${layouts} layouts`);
  for (const kind of ['p:graphicFrame', 'p:pic', 'p:cxnSp']) {
    for (const object of all(document, kind)) {
      const head = object.getElementsByTagNameNS(
        'http://schemas.openxmlformats.org/presentationml/2006/main',
        'cNvPr',
      )[0];
      if ((head?.getAttribute('descr') ?? '') === '')
        faults.push(`${name}: a ${kind} has no words for those who hear it`);
    }
  }
  const indices = all(document, 'p:ph').map(
    (one) => `${one.getAttribute('type')} ${one.getAttribute('idx')}`,
  );
  if (new Set(indices).size !== indices.length) faults.push(`${name}: two objects fill one place`);
  for (const at of [...all(document, 'a:off'), ...all(document, 'a:ext')]) {
    const numbers = ['x', 'y', 'cx', 'cy'].flatMap((key) => at.getAttribute(key) ?? []);
    if (numbers.some((number) => !/^-?\d+$/.test(number))) faults.push(`${name}: a place is not whole`);
    if (['cx', 'cy'].some((key) => Number(at.getAttribute(key) ?? 0) < 0))
      faults.push(`${name}: a size is negative`);
  }
  return faults;
}

function notesFaults(file: CheckedPackage): string[] {
  const notes = ofType(file, '.notesSlide');
  const masters = ofType(file, '.notesMaster');
  const [presentation = ''] = ofType(file, 'presentation.main');
  const listed = all(file.xml(presentation), 'p:notesMasterId').length;
  const faults: string[] = [];
  if (notes.length > 0 && (masters.length !== 1 || listed !== 1))
    faults.push('notes need exactly one master, listed');
  const themesOf = (name: string) =>
    file.relations(name).flatMap(({ type, target }) => (type.endsWith('/theme') ? [target] : []));
  for (const master of masters) {
    const [theme] = themesOf(master);
    if (theme === undefined) faults.push(`${master} has no theme`);
    else if (ofType(file, '.slideMaster').some((other) => themesOf(other).includes(theme)))
      faults.push(`${master} shares its theme`);
  }
  for (const name of notes) {
    const kinds = file.relations(name).map(({ type }) => type.split('/').at(-1));
    if (!kinds.includes('notesMaster') || !kinds.includes('slide'))
      faults.push(`${name} does not lead to master and slide`);
    const slide = file.relations(name).find(({ type }) => type.endsWith('/slide'))?.target ?? '';
    if (!file.relations(slide).some(({ target }) => target === name))
      faults.push(`${slide} does not lead back to ${name}`);
  }
  return faults;
}

/** A picture must be what its name says; an SVG under the name of a PNG is one of the known traps. */
function pictureFaults(file: CheckedPackage): string[] {
  const png = [0x89, 0x50, 0x4e, 0x47];
  return file.names.flatMap((name) => {
    if (name.endsWith('.png') && !png.every((byte, at) => file.bytes(name)[at] === byte))
      return [`${name} is no PNG`];
    return name.endsWith('.svg') && !file.text(name).startsWith('<svg') ? [`${name} is no SVG`] : [];
  });
}
