import { describe, expect, it } from 'vitest';
import { sourceEffects } from '../../../../electron/engine/analysis/source-effects.ts';
import { sweepInputs } from '../../../../electron/engine/analysis/sweep-inputs.ts';
import { answerOf, inline, uncertainText, workOver } from './bench.ts';

const billed = 'spend.billed.cumulative';
const online = 'capacity.online';
const power = 'deals.cloud.capacity.phases.second.power';
const growth = 'finances.revenue.growth';

/** The deal with two figures for the second phase and two for the growth of revenue. */
const disputed = uncertainText
  .replace(
    'second: { power: 400 MW,',
    'second: { power: { value: 400 MW, reported: [ { value: 400 MW, source: a }, { value: 900 MW, source: b } ] },',
  )
  .replace(
    'growth: 30 %/year',
    'growth: { value: 30 %/year, reported: [ { value: 20 %/year, source: a }, { value: 30 %/year, source: b } ] }',
  )
  .concat('sources: { a: { title: A }, b: { title: B } }\n');

const ask = async (text: string, measures = [billed, online]) =>
  answerOf(await sourceEffects(workOver(inline(), text), { measures, at: null }));

describe('what the disagreement of sources does', () => {
  it('is nothing where none disagrees, and the figures in use are the central path', async () => {
    const found = await ask(uncertainText);
    expect(found.effects).toEqual([]);
    expect(found.lowest).toEqual(found.central);
    expect(found.highest).toEqual(found.central);
    expect(found.central[1]).toBe(1400);
  });

  it('is found by one input at a time: at the figure in use nothing changes, to the last bit', async () => {
    const { central, effects } = await ask(disputed);
    expect(effects.map(({ input }) => input.key)).toEqual([power, growth]);
    const [second, revenue] = effects;
    const { figures = new Float64Array(), reported = [] } = second ?? {};
    expect(reported.map(({ text, source }) => [text, source])).toEqual([
      ['400 MW', 'a'],
      ['900 MW', 'b'],
    ]);
    expect(figures[0]).toBe(central[0]);
    expect(figures[1]).toBeGreaterThan(central[0] ?? 0);
    // The first phase at its median and the second at what b says.
    expect([figures[2], figures[3]]).toEqual([1400, 1900]);
    // Revenue of the customer moves nothing that the cloud delivers.
    expect(revenue?.figures).toEqual(
      Float64Array.of(central[0] ?? 0, central[0] ?? 0, central[1] ?? 0, central[1] ?? 0),
    );
  });

  it('agrees with a sweep over the same values', async () => {
    const { effects } = await ask(disputed, [billed]);
    const swept = answerOf(
      await sweepInputs(workOver(inline(), disputed), {
        of: billed,
        at: null,
        first: { input: power, low: 400, high: 900, steps: 2 },
        second: null,
      }),
    );
    expect(effects[0]?.figures).toEqual(swept.figures);
  });

  it('goes furthest with all at once, never less far than with one', async () => {
    const measures = [billed, online, 'customer.revenue.cumulative'];
    const { central, effects, lowest, highest } = await ask(disputed, measures);
    measures.forEach((_, measure) => {
      for (const { figures, reported } of effects) {
        const own = figures.subarray(measure * reported.length, (measure + 1) * reported.length);
        expect(lowest[measure]).toBeLessThanOrEqual(Math.min(central[measure] ?? 0, ...own));
        expect(highest[measure]).toBeGreaterThanOrEqual(Math.max(central[measure] ?? 0, ...own));
      }
    });
    expect(lowest[2]).toBeLessThan(central[2] ?? 0);
    expect(highest[2]).toBe(central[2]);
  });

  it('refuses a measure the scenario does not have, and a question about none', async () => {
    const work = workOver(inline(), disputed);
    expect(await sourceEffects(work, { measures: [billed, 'spend.biled'], at: null })).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('spend.billed') },
    });
    expect(await sourceEffects(work, { measures: [], at: null })).toMatchObject({ ok: false });
  });
});
