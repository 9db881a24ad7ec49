/**
 * A scenario as it travels: the text on screen, the id it is (or will be) saved under, and the texts of the files it
 * extends or uses, keyed by id. Everything needed to read it, so reading is a pure function.
 */
export interface ScenarioSource {
  readonly id: string;
  readonly text: string;
  readonly files: Readonly<Record<string, string>>;
}
