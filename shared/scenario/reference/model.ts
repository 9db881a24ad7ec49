import { measureTemplates } from '#shared/engine/measure/templates.ts';
import type { MeasureInfo } from '#shared/engine/projection.ts';
import { provenanceFields } from '../fields/provenance.ts';
import { scenarioShape } from '../fields/scenario.ts';
import type { InputEntry } from './inputs.ts';
import { inputsOf } from './inputs.ts';

/** One measure of the catalogue. */
export interface MeasureReference extends MeasureInfo {
  readonly group: string;
  /** `total`, `deal`, or both; a deal's measure is written `DEAL.` and the id. */
  readonly scope: readonly ('total' | 'deal')[];
}

/** The whole catalogue: every field a scenario can have, every key that says where a value comes from, every measure. */
export interface ReferenceModel {
  readonly inputs: readonly InputEntry[];
  readonly provenance: readonly InputEntry[];
  readonly measures: readonly MeasureReference[];
}

/** Gathers the catalogue from the table of fields and the engine's measures. */
export function referenceModel(): ReferenceModel {
  return {
    inputs: inputsOf(scenarioShape.fields, ''),
    provenance: inputsOf(provenanceFields, ''),
    measures: measureTemplates.map(({ info, group, hasTotal, hasDeals }) => ({
      ...info,
      group,
      scope: [...(hasTotal ? (['total'] as const) : []), ...(hasDeals ? (['deal'] as const) : [])],
    })),
  };
}
