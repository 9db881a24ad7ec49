import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const base = 'amazon-anthropic.scenario.yaml';

/** The base deal, with so many draws to make and so many lines to read: the rest are documents, as a careful analyst lists them. */
export function longScenario(lines: number, draws: number): string {
  const honest = readFileSync(join('scenarios', base), 'utf8').trimEnd();
  const simulated = /^simulation:/m.test(honest)
    ? honest.replace(/^simulation:.*(?:\n[ ]+.*)*/m, `simulation: { draws: ${draws}, settle-at: 0 % }`)
    : `${honest}\nsimulation: { draws: ${draws}, settle-at: 0 % }`;
  const missing = lines - simulated.split('\n').length;
  const documents = Array.from(
    { length: missing },
    (_, line) =>
      `  document-${line}: { title: "Filing ${line}, page ${line % 90}", date: 2026-0${(line % 9) + 1} } # checked`,
  );
  return `${simulated.replace(/^sources:.*$/m, (heading) => `${heading}\n${documents.join('\n')}`)}\n`;
}

/** Fills a folder with so many scenarios: bases, and variants of them in folders of their own. */
export function fillLibrary(folder: string, count: number): void {
  mkdirSync(join(folder, 'catalogue'), { recursive: true });
  const chips = 'catalogue/chips.yaml';
  writeFileSync(join(folder, chips), readFileSync(join('scenarios', chips), 'utf8'));
  const honest = readFileSync(join('scenarios', base), 'utf8');
  for (let number = 0; number < count; number += 1) {
    const isVariant = number % 4 !== 0;
    const id = isVariant
      ? `deals/year-${number % 5}/variant-${number}.scenario.yaml`
      : `base-${number}.scenario.yaml`;
    const above = `base-${number - (number % 4)}.scenario.yaml`;
    const text = isVariant
      ? `offtake: 1\ntitle: Variant ${number}\nextends: ${above}\nseed: ${number}\n`
      : honest.replace(/^title:.*$/m, `title: Base ${number}`);
    mkdirSync(dirname(join(folder, id)), { recursive: true });
    writeFileSync(join(folder, id), text);
  }
}
