import type { Outcome } from '#shared/base/outcome.ts';
import { fail, ok } from '#shared/base/outcome.ts';
import { closest } from '../text/closest.ts';
import type { ExpressionFault, Span } from './expression.ts';

/** What the language needs to know of a measure. */
export interface MeasureFacts {
  readonly unit: string;
}

/**
 * Finds the measure a name means: its id; its id after `deals.`; or its id without the group, where only one measure
 * ends so (`aws.billed.cumulative` for `aws.spend.billed.cumulative`).
 */
export function findMeasure(
  name: string,
  span: Span,
  measures: ReadonlyMap<string, MeasureFacts>,
): Outcome<string, ExpressionFault> {
  if (measures.has(name)) return ok(name);
  const plain = name.startsWith('deals.') ? name.slice('deals.'.length) : name;
  if (measures.has(plain)) return ok(plain);
  const longer = [...measures.keys()].filter((id) => isShortFor(plain, id));
  const [only] = longer;
  if (longer.length === 1 && only !== undefined) return ok(only);
  return fail(longer.length > 1 ? ambiguous(name, span, longer) : unknown(name, plain, span, measures));
}

/** True where `id` is `name` with one more word in it: the group, first or after the deal. */
function isShortFor(name: string, id: string): boolean {
  if (id.length <= name.length) return false;
  const dot = id.indexOf('.');
  if (dot === -1) return false;
  if (id.slice(dot + 1) === name) return true;
  const second = id.indexOf('.', dot + 1);
  return second !== -1 && id.slice(0, dot) + id.slice(second) === name;
}

function ambiguous(name: string, span: Span, ids: readonly string[]): ExpressionFault {
  const listed = ids.slice(0, 4).join(', ');
  const { from, to } = span;
  const message = `"${name}" may mean several measures (${listed}); write one in full.`;
  return { code: 'unknown-measure', from, to, message, met: name, expected: listed };
}

function unknown(
  name: string,
  plain: string,
  span: Span,
  measures: ReadonlyMap<string, MeasureFacts>,
): ExpressionFault {
  const meant = closest(plain, measures.keys());
  const minus = meant === null ? minusMeant(plain, measures) : null;
  const hint =
    meant !== null
      ? ` Did you mean "${meant}"?`
      : minus !== null
        ? ` A minus needs spaces around it: "${minus}".`
        : ' The reference page lists all measures.';
  const { from, to } = span;
  const fault = {
    code: 'unknown-measure' as const,
    from,
    to,
    message: `There is no measure "${name}".${hint}`,
    met: name,
    expected: 'the id of a measure, such as capacity.online or aws.spend.billed',
  };
  const replacement = meant ?? minus;
  if (replacement === null) return fault;
  const written = replacement.includes(' ') && minus === null ? `"${replacement}"` : replacement;
  return { ...fault, fix: { title: `Write "${written}"`, replacement: written } };
}

/** `a-b` where `a` and `b` both are measures was meant as a subtraction. */
function minusMeant(name: string, measures: ReadonlyMap<string, MeasureFacts>): string | null {
  for (let at = name.indexOf('-'); at !== -1; at = name.indexOf('-', at + 1)) {
    const [left, right] = [name.slice(0, at), name.slice(at + 1)];
    if (measures.has(left) && (measures.has(right) || /^\d/.test(right))) return `${left} - ${right}`;
  }
  return null;
}
