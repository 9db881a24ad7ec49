import { describe, expect, it } from 'vitest';
import type { Label } from '#shared/export/drawing/drawing.ts';
import { tableItems } from '#shared/export/drawing/table-items.ts';
import { inputsPage } from '#shared/export/pages/inputs-page.ts';
import { shippedDocument } from '../../../support/export-document.ts';

const long = 'triangular($61.500000B, $75.250000B, $120.750000B)';

describe('the page of the inputs', () => {
  it('writes a long distribution out, on slides and in pictures alike', async () => {
    const { scenarios } = await shippedDocument(undefined, undefined, (text) =>
      text.replace('value: more than $100B', `value: "${long}"`),
    );
    const [scenario] = scenarios;
    const page = scenario && inputsPage('1.0.0', scenario);
    if (page?.body.kind !== 'table') throw new Error('the page of the inputs is no table');
    const { table } = page.body;
    expect(table.columns.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(1, 9);
    expect(table.rows.some((row) => row[1] === long)).toBe(true);
    const drawn = tableItems(table, { left: 0, top: 0, right: 1180, bottom: 520 });
    const texts = drawn.filter((item): item is Label => item.kind === 'label').map(({ text }) => text);
    expect(texts).toContain(long);
  });
});
