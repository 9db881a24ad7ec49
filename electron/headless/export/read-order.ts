import { stat } from 'node:fs/promises';
import { basename, dirname, extname, resolve } from 'node:path';
import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { SaveInput } from '#shared/contract/export.ts';
import { exportFormats, type FormatId, findExportFormat } from '#shared/export/formats.ts';
import { type ExportWishes, plainWishes, slideSizes } from '#shared/export/wishes.ts';
import { listing } from '#shared/view/words.ts';
import { readDeckFile } from '../../service/read-deck.ts';
import type { ParsedArguments } from '../arguments.ts';

/** What the arguments of an export ask for. */
export interface ExportOrder extends Pick<SaveInput, 'template' | 'into' | 'name'> {
  readonly format: FormatId;
  /** Path to write; null where nothing is to be written. */
  readonly target: string | null;
  readonly wishes: ExportWishes;
  /** Layout of the template that pages go on; null for the one that fits best. */
  readonly layout: string | null;
}

const mostFiles = 6;
const mostDraws = 1_000_000;
const deckOptions = ['template', 'layout', 'size', 'into', 'dry-run'];

/** Reads the arguments of an export; a mistake is said in a line before anything is computed. */
export async function readOrder(
  given: ParsedArguments,
  folder: string,
): Promise<Outcome<ExportOrder, string>> {
  const to = given.value('to');
  const isDry = given.has('dry-run');
  if (to === undefined && !isDry) return fail('Say where to write: --to OUT.pptx, or another ending.');
  const place = to === undefined || isDry ? ok(null) : await checkTarget(to, resolve(folder, to));
  if (!place.ok) return place;
  const format = isDry
    ? findExportFormat('pptx')
    : findExportFormat(
        extname(to ?? '')
          .slice(1)
          .toLowerCase(),
      );
  if (format === null) {
    return fail(`--to ${to}: the ending must be one of ${listing(exportFormats.map(({ id }) => id))}.`);
  }
  if (given.operands.length > mostFiles) return fail(`At most ${mostFiles} scenarios fit into one export.`);
  const misplaced = format.id === 'pptx' ? undefined : deckOptions.find((option) => given.has(option));
  if (misplaced !== undefined) return fail(`--${misplaced} is for slides; ${to} is none.`);
  if (given.has('layout') && !given.has('template')) return fail('--layout needs --template DECK.');
  if (isDry && !given.has('into')) return fail('--dry-run needs --into DECK.');
  const wishes = readWishes(given);
  if (!wishes.ok) return wishes;
  if (given.has('into') && given.has('template')) {
    return fail('A deck that is refreshed keeps its own looks; leave out --template or --into.');
  }
  const template = await readDeck(given, 'template', folder);
  if (!template.ok) return template;
  const into = await readDeck(given, 'into', folder);
  if (!into.ok) return into;
  return ok({
    format: format.id,
    name: basename(to ?? 'deck', extname(to ?? '')),
    target: place.value,
    wishes: wishes.value,
    template: template.value && { deck: template.value, mapping: null },
    layout: given.value('layout') ?? null,
    into: into.value,
  });
}

function readWishes(given: ParsedArguments): Outcome<ExportWishes, string> {
  const charts = (given.value('charts') ?? '').split(',').map((id) => id.trim());
  const period = given.value('period') ?? plainWishes.period;
  if (period !== 'month' && period !== 'quarter' && period !== 'year') {
    return fail(`--period ${period}: month, quarter or year is expected.`);
  }
  const size = slideSizes.find((one) => one === (given.value('size') ?? plainWishes.slideSize).toLowerCase());
  if (size === undefined)
    return fail(`--size ${given.value('size')}: ${listing(slideSizes)} are the sizes there are.`);
  const scale = Number(given.value('scale') ?? plainWishes.scale);
  if (!(scale >= 1 && scale <= 4))
    return fail(`--scale ${given.value('scale')}: a number from 1 to 4 is expected.`);
  const draws = given.value('draws') === undefined ? null : Number(given.value('draws')?.replaceAll('_', ''));
  if (draws !== null && !(Number.isInteger(draws) && draws >= 0 && draws <= mostDraws)) {
    return fail(`--draws ${given.value('draws')}: a whole number from 0 to ${mostDraws} is expected.`);
  }
  return ok({
    ...plainWishes,
    of: given.value('of') ?? plainWishes.of,
    charts: charts.filter((id) => id !== ''),
    period,
    slideSize: size,
    scale,
    draws,
  });
}

/** Refuses a target that cannot be a file before minutes are spent on what would go there. */
async function checkTarget(name: string, path: string): Promise<Outcome<string, string>> {
  const there = await stat(path).catch(() => null);
  if (there?.isDirectory() === true) return fail(`${name}: it is a folder. Name a file in it.`);
  const folder = await stat(dirname(path)).catch(() => null);
  if (folder?.isDirectory() === true) return ok(path);
  return fail(`${name}: there is no folder ${dirname(name)}. Make it, or write elsewhere.`);
}

async function readDeck(
  given: ParsedArguments,
  option: string,
  folder: string,
): Promise<Outcome<Uint8Array | null, string>> {
  const name = given.value(option);
  if (name === undefined) return ok(null);
  const read = await readDeckFile(resolve(folder, name), name);
  return read.ok ? read : fail(`--${option} ${read.error}`);
}
