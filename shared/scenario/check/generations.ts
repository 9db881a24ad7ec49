import { peak8bit, workloadPeak } from '../compile/compile-generation.ts';
import type { Finding } from '../problem-list.ts';
import type { Generation } from '../scenario.ts';
import type { Rule } from './rule.ts';
import { atKey } from './rule.ts';

type Report = (finding: Finding) => void;

/** Checks that each generation says enough to be priced and counted, and says nothing twice. */
export const checkGenerations: Rule = (scenario, report) => {
  for (const { value } of scenario.generations) {
    checkPeak(value, report);
    checkPrice(value, report);
  }
};

function checkPeak(generation: Generation, report: Report): void {
  const { peak } = generation;
  const precision = generation['workload-precision'];
  const stated = (['fp4', 'fp8', 'int8', 'bf16'] as const).filter((key) => peak[key] !== null);
  const expected = '{ fp8: 1299 TFLOP/s, bf16: 667 TFLOP/s }';
  if (stated.length === 0) {
    report({
      code: 'no-peak',
      ...atKey(peak.spot),
      message: `${peak.spot.path} names no speed. Write, for example, ${expected}.`,
      met: 'no speed',
      expected,
    });
    return;
  }
  if (workloadPeak(generation) === null && precision !== null) {
    report({
      code: 'no-peak',
      path: `${generation.spot.path}.workload-precision`,
      place: generation.spot.keyPlace,
      message: `${generation.spot.path}: the work runs at ${precision}, but peak says nothing of it. Add ${precision} under peak, or choose ${stated.join(' or ')}.`,
      met: precision,
      expected: stated.join(', '),
    });
  }
  if (peak8bit(generation) === null) {
    report({
      code: 'no-8-bit-peak',
      ...atKey(peak.spot),
      message: `${peak.spot.path} has no 8-bit peak, which H100-equivalents are counted in. Add fp8 or int8.`,
      met: stated.join(', '),
      expected: 'fp8 or int8',
    });
  } else if (peak.fp8 === null && peak.int8 === null) {
    report({
      code: 'no-8-bit-peak',
      severity: 'info',
      ...atKey(peak.spot),
      message: `${peak.spot.path} has no 8-bit peak; H100-equivalents count the chip with its bf16 peak. Add fp8 or int8 if it has one.`,
      met: stated.join(', '),
      expected: 'fp8 or int8',
    });
  }
}

function checkPrice({ price }: Generation, report: Report): void {
  const at = atKey(price.spot);
  if (price.list === null && price.table === null) {
    report({
      code: 'no-price',
      ...at,
      message: `${price.spot.path} has neither a list price nor a table. Write, for example, list: $2.235/chip-hour.`,
      met: 'no price',
      expected: 'list: $2.235/chip-hour',
    });
  }
  const paths = (['decline', 'learning', 'table'] as const).filter((key) => price[key] !== null);
  if (paths.length > 1) {
    report({
      code: 'too-many-forms',
      ...at,
      message: `${price.spot.path} says how the price moves in more than one way (${paths.join(', ')}). Keep one of them.`,
      met: paths.join(', '),
      expected: 'one of decline, learning, table',
    });
  }
}
