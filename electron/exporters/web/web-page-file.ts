import type { ExportDocument } from '#shared/export/document.ts';
import type { ExportPage } from '#shared/export/pages/page.ts';
import { webPage } from '#shared/export/web/web-page.ts';
import { fontFaces } from '../picture/font-style.ts';

/** What the script of the page writes besides what already stands in it. */
const written = '0123456789.,–−$';

/** Writes pages as one web page with the letters it uses inside. */
export function webPageFile(document: ExportDocument, pages: readonly ExportPage[]): Uint8Array {
  const bare = webPage(document, pages, '');
  const letters = [...new Set(bare + written)].sort().join('');
  return Buffer.from(
    webPage(
      document,
      pages,
      fontFaces(() => letters),
    ),
  );
}
