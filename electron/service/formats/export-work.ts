import type { Outcome } from '#shared/base/outcome.ts';
import type { SaveInput } from '#shared/contract/export.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { ExportDocument } from '#shared/export/document.ts';
import type { ExportPage } from '#shared/export/pages/page.ts';
import type { ExportWishes } from '#shared/export/wishes.ts';
import type { ScenarioDraws } from '../../exporters/draws/parquet.ts';
import type { ExportControl } from '../../exporters/export-control.ts';

/** Everything a format may want to write; what costs time is made when it is asked for. */
export interface ExportWork extends Pick<SaveInput, 'template' | 'into'> {
  readonly document: ExportDocument;
  readonly wishes: ExportWishes;
  readonly control: ExportControl;
  readonly pages: () => Outcome<readonly ExportPage[], Fault>;
  /** Makes every draw and lends them for as long as something is made of them. */
  readonly draws: <T>(use: (draws: readonly ScenarioDraws[]) => T) => Promise<Outcome<T, Fault>>;
}

/** Writes one format. */
export type Encoder = (work: ExportWork) => Promise<Outcome<Uint8Array, Fault>>;
