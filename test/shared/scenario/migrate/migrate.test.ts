import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileScenario } from '#shared/scenario/compile.ts';
import { currentVersion } from '#shared/scenario/migrate/version.ts';
import { inspectScenario, readScenario } from '#shared/scenario/read.ts';

function fixture(version: number): string {
  return readFileSync(
    new URL(`../../../fixtures/old-versions/deal.v${version}.scenario.yaml`, import.meta.url),
    'utf8',
  );
}

function planOf(text: string) {
  const reading = readScenario({ id: 'deal.scenario.yaml', text, files: {} });
  if (!reading.ok) throw new Error(JSON.stringify(reading.error, null, 1));
  return compileScenario(reading.value.scenario).plan;
}

const older = Array.from({ length: currentVersion }, (_, version) => version);

describe('every older format', () => {
  it.each(older)('version %i still opens, and means what its newest form means', (version) => {
    expect(planOf(fixture(version))).toEqual(planOf(fixture(currentVersion)));
  });

  it.each(older)('version %i is remarked on, with what has changed', (version) => {
    const { problems } = inspectScenario({ id: 'deal.scenario.yaml', text: fixture(version), files: {} });
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([['old-version', 'info']]);
    expect(problems[0]?.message).toContain('customer');
  });

  it('can be the base of a variant in the current format', () => {
    const base = fixture(0);
    const text = `offtake: ${currentVersion}\ntitle: variant\nextends: deal.scenario.yaml\nseed: 9\n`;
    const reading = readScenario({
      id: 'variant.scenario.yaml',
      text,
      files: { 'deal.scenario.yaml': base },
    });
    expect(reading.ok && reading.value.scenario.customer).toBe('The lab');
  });
});

describe('a format newer than the program', () => {
  const text = fixture(currentVersion).replace(
    `offtake: ${currentVersion}`,
    `offtake: ${currentVersion + 1}`,
  );
  const { problems, scenario } = inspectScenario({ id: 'deal.scenario.yaml', text, files: {} });

  it('is refused in one sentence at the version, and nothing else is said of it', () => {
    expect(scenario).toBeNull();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      code: 'too-new',
      severity: 'error',
      line: 2,
      met: `${currentVersion + 1}`,
    });
  });
});
