import { beforeAll, describe, expect, it } from 'vitest';
import type { ExportDocument } from '#shared/export/document.ts';
import { composePages } from '#shared/export/pages/compose.ts';
import { leftOut } from '#shared/export/pages/left-out.ts';
import { isComparisonPage, standingPages } from '#shared/export/pages/standing-pages.ts';
import { plainWishes } from '#shared/export/wishes.ts';
import { shippedDocument } from '../../../support/export-document.ts';

const base = 'amazon-anthropic.scenario.yaml';
let one: ExportDocument;
let two: ExportDocument;

beforeAll(async () => {
  one = await shippedDocument([base], { draws: 64 });
  two = await shippedDocument([base, 'skeptic.scenario.yaml'], { draws: 64 });
});

function of(document: ExportDocument, charts: readonly string[]) {
  const wishes = { ...plainWishes, charts };
  const pages = composePages(document, wishes);
  return {
    left: leftOut(document, wishes, pages.ok ? pages.value : []),
    count: pages.ok ? pages.value.length : 0,
  };
}

describe('pages that were asked for and are not there', () => {
  it('are none where all are there, and none where nothing was named', () => {
    for (const document of [one, two]) {
      expect(of(document, ['headline', 'spend', 'ledger', 'table:of=spend']).left).toEqual([]);
      expect(of(document, []).left).toEqual([]);
    }
    expect(of(two, ['compare']).left).toEqual([]);
  });

  it('are told for every scenario: a page is made or left out, never neither', () => {
    const charts = standingPages.map(({ id }) => id).filter((id) => !isComparisonPage(id));
    for (const document of [one, two]) {
      const { left, count } = of(document, charts);
      expect(count + left.length).toBe(charts.length * document.scenarios.length);
      for (const { page } of left) expect(charts).toContain(page);
    }
  });

  it('say of a comparison without a second scenario what it lacks', () => {
    const { left } = of(one, ['headline', 'compare', 'bridge:by=deal']);
    expect(left.map(({ page }) => page)).toEqual(['compare', 'bridge:by=deal']);
    for (const { why, scenario } of left) {
      expect(why).toContain('choose another');
      expect(scenario).toBe(one.scenarios[0]?.title);
    }
  });

  it('are told once, by what the engine said where it said something', () => {
    const page = 'sweep:over=nothing';
    const title = one.scenarios[0]?.title ?? '';
    const unanswered = [{ page, scenario: title, why: 'There is no input “nothing”.' }];
    expect(of({ ...one, unanswered }, ['headline', page]).left).toEqual(unanswered);
  });
});
