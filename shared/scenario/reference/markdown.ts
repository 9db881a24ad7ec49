import { conventions, introduction } from './conventions.ts';
import type { InputEntry } from './inputs.ts';
import type { MeasureReference, ReferenceModel } from './model.ts';

/** Writes the catalogue as a page in Markdown. */
export function referenceMarkdown(model: ReferenceModel): string {
  const isSection = (key: string): boolean => model.inputs.some(({ path }) => path.startsWith(`${key}.`));
  const sections = groupBy(model.inputs, ({ path }) => {
    const [key = path] = path.split('.');
    return isSection(key) ? key : 'the file as a whole';
  });
  const groups = groupBy(model.measures, ({ group }) => group);
  return [
    introduction,
    '## Inputs',
    '',
    'Words in capitals stand for keys of your own.',
    '',
    ...[...sections].flatMap(([section, entries]) => [`### ${section}`, '', ...inputTable(entries), '']),
    '## Beside any value',
    '',
    'Any quantity may be written long, `{ value: …, source: … }`, and any section of a deal, a generation or the finances may carry these keys beside its fields; then they hold for all values in it.',
    '',
    ...inputTable(model.provenance),
    '',
    '## Measures',
    '',
    'A measure without a prefix is the total; `DEAL.` and the id is one deal. Flows are totals of a month, stocks stand at its end, ratios are recomputed when months are rolled up, outcomes are one figure for the whole path.',
    '',
    ...[...groups].flatMap(([group, measures]) => [`### ${group}`, '', ...measureTable(measures), '']),
    conventions,
  ].join('\n');
}

function inputTable(entries: readonly InputEntry[]): readonly string[] {
  return [
    '| field | meaning | value | range | default | example |',
    '| --- | --- | --- | --- | --- | --- |',
    ...entries.map((entry) =>
      row([
        code(entry.path),
        entry.meaning + wordsIn(entry),
        entry.what,
        entry.range ?? '',
        entry.isNeeded ? 'needed' : (entry.default ?? ''),
        entry.example === '' ? '' : code(entry.example),
      ]),
    ),
  ];
}

function wordsIn({ words }: InputEntry): string {
  const listed = Object.entries(words).map(([word, meaning]) => `${code(word)}: ${meaning}`);
  return listed.length === 0 ? '' : ` ${listed.join(' ')}`;
}

function measureTable(measures: readonly MeasureReference[]): readonly string[] {
  return [
    '| measure | scope | unit | kind | meaning | formula |',
    '| --- | --- | --- | --- | --- | --- |',
    ...measures.map((measure) =>
      row([
        code(measure.id),
        measure.scope.join(', '),
        measure.unit,
        measure.kind,
        `${measure.label}. ${measure.meaning}`,
        code(measure.formula),
      ]),
    ),
  ];
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
}

function code(text: string): string {
  return `\`${text}\``;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
