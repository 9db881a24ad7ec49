import { headline } from '#shared/view/headline.ts';
import type { Lens } from '#shared/view/lens.ts';
import type { ExportedScenario } from '../document.ts';
import type { ExportPage, PageTable } from './page.ts';
import { pageOfSeveral } from './page-of.ts';

/** A scenario with its lens. */
export interface Seen {
  readonly scenario: ExportedScenario;
  readonly lens: Lens;
}

/** Makes the page that sets the headline figures of scenarios side by side, with the change against the first. */
export function comparePage(version: string, base: Seen, others: readonly Seen[]): ExportPage {
  const all = [base, ...others];
  const figures = all.map(({ lens }) => headline(lens, base.lens));
  const first = 0.22;
  const table: PageTable = {
    columns: [
      { label: 'Figure', align: 'left', width: first },
      ...all.map(({ scenario }) => ({
        label: scenario.title,
        align: 'right' as const,
        width: (1 - first) / all.length,
      })),
    ],
    rows: (figures[0] ?? []).map(({ id, label }) => [
      label,
      ...figures.map((column, at) => {
        const own = column.find((one) => one.id === id);
        return at === 0 || !own?.change ? (own?.value ?? '') : `${own.value} (${own.change})`;
      }),
    ]),
  };
  const finding = compareFinding(base, others);
  return pageOfSeveral(
    version,
    all.map(({ scenario }) => scenario),
    {
      subject: 'compare',
      topic: 'Comparison of headline figures',
      finding,
      body: { kind: 'table', table },
      reading: [
        `In brackets: change against ${base.scenario.title}. Central paths: every input at its median.`,
      ],
      spoken: table.rows.map((row) => row.join(', ')).join('. '),
    },
  );
}

/** Says in what each scenario differs from the first: in most words where there is only one. */
function compareFinding(base: Seen, others: readonly Seen[]): string {
  const told = others.map(({ scenario, lens }) => {
    const changes = headline(lens, base.lens)
      .filter(({ change }) => change !== null && change !== 'no change')
      .slice(0, others.length > 1 ? 1 : 3)
      .map(({ label, change }) => `${label.charAt(0).toLowerCase()}${label.slice(1)} ${change}`);
    return `${scenario.title}: ${changes.length > 0 ? changes.join(', ') : 'the same headline figures'}`;
  });
  return `${told.join('; ')}, against ${base.scenario.title}`;
}
