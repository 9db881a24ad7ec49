import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { measureCatalogue } from '#shared/engine/measure/catalogue.ts';
import { compileScenario } from '#shared/scenario/compile.ts';
import { measureNames } from '#shared/scenario/formula/measure-names.ts';
import { readScenario } from '#shared/scenario/read.ts';

it('lists the measures of a scenario as the engine lists those of its plan, with the same units', () => {
  const text = readFileSync(
    new URL('../../../fixtures/scenarios/complete.scenario.yaml', import.meta.url),
    'utf8',
  );
  const reading = readScenario({ id: 'complete.scenario.yaml', text, files: {} });
  if (!reading.ok) throw new Error(JSON.stringify(reading.error));
  const { scenario } = reading.value;
  const { plan } = compileScenario(scenario);
  const engine = measureCatalogue({ ...plan, measures: [] }).map(({ id, unit }) => [id, unit]);
  const own = [...measureNames(scenario)].map(([id, { unit }]) => [id, unit]);
  expect(own.sort()).toEqual(engine.sort());
});
