/** A layout of a deck, with the places it keeps and what would go where if pages went on it. */
export interface TemplateLayout {
  readonly name: string;
  readonly places: readonly TemplatePlace[];
  readonly suggested: TemplateSlots;
}

/** A place of a layout that can hold something. */
export interface TemplatePlace {
  readonly name: string;
  /** As the file has it: `title`, `body`, `chart`, `pic` …; `obj` for a place that takes anything. */
  readonly kind: string;
  /** Tells the places of a layout apart; titles have none. */
  readonly index: number | null;
}

/** Numbers of places of a layout; null where there is none, and room is made beside the picture. */
export interface TemplateSlots {
  readonly body: number | null;
  readonly topic: number | null;
  readonly footnote: number | null;
}

/** Which layout of a template takes pages and which the first slide, and which places what goes into. */
export interface TemplateMapping extends TemplateSlots {
  /** Name of the layout of the first slide; null for none. */
  readonly cover: string | null;
  readonly page: string;
}

/** What is in a deck that could serve as a template. */
export interface TemplateDescription {
  readonly layouts: readonly TemplateLayout[];
  /** What fits best by kind and size; to be changed by whoever knows better. */
  readonly suggested: TemplateMapping;
  /** Colours of the theme, `1F5FAE`, and its two fonts. */
  readonly colours: readonly string[];
  readonly fonts: { readonly headings: string; readonly text: string };
}
