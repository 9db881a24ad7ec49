import type { RefreshChanges } from '#shared/export/deck/refresh.ts';
import type { TemplateDescription, TemplateMapping } from '#shared/export/deck/template.ts';
import type { FormatId } from '#shared/export/formats.ts';
import type { TravelList } from '#shared/export/travels.ts';
import { plainWishes, type SlideSize } from '#shared/export/wishes.ts';

/** A deck the user picked from the disk. */
export interface PickedDeck {
  readonly name: string;
  readonly deck: Uint8Array;
}

/** A template with what it offers and what goes where on it. */
export interface PickedTemplate extends PickedDeck {
  readonly description: TemplateDescription;
  readonly mapping: TemplateMapping;
}

/** What is chosen so far. */
export interface ExportDraft {
  /** Ids of open scenarios, the first being the base of comparisons. */
  readonly scenarios: readonly string[];
  readonly format: FormatId;
  /** Ids of pages, in their order. */
  readonly pages: readonly string[];
  /** The one page of a picture; null for the first of the pages. */
  readonly picture: string | null;
  readonly scale: number;
  readonly slideSize: SlideSize;
  readonly draws: number | null;
  readonly template: PickedTemplate | null;
  readonly into: PickedDeck | null;
}

/** Work under way: how far it is and how to stop it. */
export interface ExportWork {
  readonly ticket: number;
  readonly what: string;
  readonly fraction: number;
}

/** Where an export stands: choosing, or looking at what would travel before it is written. */
export interface ExportState {
  readonly draft: ExportDraft;
  readonly step: 'choose' | 'check';
  readonly work: ExportWork | null;
  readonly travels: TravelList | null;
  readonly changes: RefreshChanges | null;
  readonly fault: string | null;
}

/** Before anything is chosen. */
export const firstDraft: ExportDraft = {
  scenarios: [],
  format: 'pptx',
  pages: [],
  picture: null,
  scale: plainWishes.scale,
  slideSize: plainWishes.slideSize,
  draws: null,
  template: null,
  into: null,
};
