import type { Stores } from './stores.ts';

/** A place in a file of the library, as offsets; without a file, in the scenario on screen. */
export interface FilePlace {
  readonly file?: string;
  readonly from: number;
  readonly to: number;
}

/** Opens the file where it is not on screen and shows the place in the editor. */
export async function showPlace(
  { documents, files, editorLink }: Pick<Stores, 'documents' | 'files' | 'editorLink'>,
  { file, from, to }: FilePlace,
): Promise<void> {
  if (file !== undefined && file !== documents.active()?.id) await files.open(file);
  editorLink.reveal({ from, to });
}
