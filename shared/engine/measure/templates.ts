import type { MeasureInfo } from '../projection.ts';
import { placeholders } from './definition.ts';
import { measureDefinitions } from './definitions.ts';
import { infoOf, twinOf } from './entry.ts';

/**
 * A family of measures without a plan: what the reference page lists. `GEN`, `PHASE`, `OPTION`, `KEY` and `DEAL` in ids
 * and texts stand for names.
 */
export interface MeasureTemplate {
  readonly info: MeasureInfo;
  /** Group of the catalogue: the first word of the id. */
  readonly group: string;
  /** Whether there is a total over all deals, known by the id alone. */
  readonly hasTotal: boolean;
  /** Whether every deal has it, known by `DEAL.` and the id. */
  readonly hasDeals: boolean;
}

/** Every family of measures, flows followed by their running sums. */
export const measureTemplates: readonly MeasureTemplate[] = measureDefinitions.flatMap((definition) => {
  const name = definition.each === undefined ? '' : placeholders[definition.each];
  const info = infoOf(definition, name, '');
  const template: MeasureTemplate = {
    info,
    group: definition.id.split('.')[0],
    hasTotal: definition.ofAll !== undefined,
    hasDeals: definition.ofDeal !== undefined,
  };
  return info.kind === 'flow' ? [template, { ...template, info: twinOf(info) }] : [template];
});
