import type { ExpressionFault } from '../expression/expression.ts';
import { partOf } from '../part-of.ts';
import type { Finding } from '../problem-list.ts';
import type { Written } from '../value.ts';

/** Says where a formula goes wrong, at the words concerned. */
export function expressionFinding(fault: ExpressionFault, { text, spot }: Written): Finding {
  const place = partOf(spot.place, text, fault.from, fault.to);
  return {
    code: fault.code,
    path: spot.path,
    place: place ?? spot.place,
    message: `${spot.path}: ${fault.message}`,
    met: fault.met,
    expected: fault.expected,
    fix: place === null ? undefined : fault.fix,
  };
}
