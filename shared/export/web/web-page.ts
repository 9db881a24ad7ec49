import { conditional, type ExportDocument } from '../document.ts';
import type { ExportPage } from '../pages/page.ts';
import { runLine } from '../pages/run-line.ts';
import { xmlAttribute, xmlText } from '../xml-text.ts';
import { pageScript } from './page-script.ts';
import { pageSection } from './page-section.ts';
import { pageStyle } from './page-style.ts';

/**
 * Writes pages as one self-contained web page: pictures that answer the pointer and the keyboard, the table behind each, the notes. Its
 * policy forbids it to load or send anything.
 */
export function webPage(document: ExportDocument, pages: readonly ExportPage[], fontStyle: string): string {
  const { version, scenarios } = document;
  const title = scenarios.map((one) => one.title).join(' · ');
  const policy =
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'";
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${xmlAttribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Offtake ${xmlAttribute(version)}">
<title>${xmlText(title)}</title>
<style>${fontStyle}
${pageStyle}</style>
</head>
<body>
<a class="skip" href="#pages">To the pages</a>
<header>
<h1>${xmlText(title)}</h1>
<p class="condition">${xmlText(conditional)}</p>
${scenarios.map((scenario) => `<p class="run">${xmlText(runLine(version, scenario))}</p>`).join('\n')}
</header>
<nav aria-label="Pages">
<ol>
${pages.map((page, at) => `<li><a href="#p${at + 1}"><b>${xmlText(page.topic)}</b> ${xmlText(page.finding)}</a></li>`).join('\n')}
</ol>
</nav>
<main id="pages">
${pages.map((page, at) => pageSection(page, `p${at + 1}`)).join('\n')}
</main>
<script>${pageScript}</script>
</body>
</html>
`;
}
