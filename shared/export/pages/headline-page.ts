import { noAnswer } from '#shared/view/format.ts';
import { headline } from '#shared/view/headline.ts';
import type { Lens } from '#shared/view/lens.ts';
import type { ExportedScenario } from '../document.ts';
import type { ExportPage, PageTable } from './page.ts';
import { footnotes } from './run-line.ts';
import { speakerNote } from './speaker-note.ts';

/** Makes the page of the six headline figures. */
export function headlinePage(version: string, scenario: ExportedScenario, lens: Lens): ExportPage {
  const figures = headline(lens, null);
  const table: PageTable = {
    columns: [
      { label: 'Figure', align: 'left', width: 0.28 },
      { label: 'Central path', align: 'right', width: 0.18 },
      { label: 'P5 to P95', align: 'right', width: 0.2 },
      { label: 'Reading', align: 'left', width: 0.34 },
    ],
    rows: figures.map(({ label, value, range, detail }) => [label, value, range ?? '', detail]),
  };
  const uncertain = scenario.inputs.filter(
    ({ origin, distribution }) => origin === 'written' && distribution.kind !== 'constant',
  );
  const finding = headlineFinding(scenario.title, figures);
  return {
    id: `${scenario.file}/headline`,
    topic: 'Headline figures',
    finding,
    body: { kind: 'table', table },
    footnotes: footnotes(
      [`Customer: ${scenario.customer}. Central path: every input at its median.`],
      version,
      scenario,
    ),
    note: speakerNote(finding, version, scenario, uncertain),
    spoken: `${figures.map(({ label, value, detail }) => `${label}: ${value}, ${detail}`).join('. ')}.`,
  };
}

/** Says when, or that it is not: the value is a month, or words. */
function metWords(value: string): string {
  return value === 'not met' ? 'commitment not met' : `commitment met ${value}`;
}

function headlineFinding(title: string, figures: ReturnType<typeof headline>): string {
  const named = (id: string) => figures.find((one) => one.id === id);
  const online = named('online');
  const met = named('met');
  const told = [
    online ? `${online.value} online ${online.detail}` : '',
    met && met.value !== noAnswer ? `${metWords(met.value)} (${met.detail})` : '',
  ].filter((part) => part !== '');
  return `${title}: ${told.join('; ')}`;
}
