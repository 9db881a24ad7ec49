import { quoteValue } from '../edit/quote.ts';
import { type ComparisonFile, comparisonVersion } from './comparison-file.ts';

/** Writes a comparison as the text of its file; reading it gives the same comparison. */
export function writeComparisonFile(comparison: ComparisonFile): string {
  const { title, scenarios, base, layout, at, bridge, pinned } = comparison;
  const plain = (text: string): string => quoteValue(text, false);
  const inBrackets = (text: string): string => quoteValue(text, true);
  return [
    `offtake-comparison: ${comparisonVersion}`,
    `title: ${plain(title)}`,
    'scenarios:',
    ...scenarios.map((id) => `  - ${plain(id)}`),
    `base: ${plain(base)}`,
    `layout: ${layout}`,
    ...(at === null ? [] : [`at: ${at}`]),
    `bridge: { measure: ${inBrackets(bridge.measure)}, of: ${bridge.of}, by: ${bridge.by} }`,
    ...(pinned.length === 0 ? [] : [`pinned: [ ${pinned.map(inBrackets).join(', ')} ]`]),
    '',
  ].join('\n');
}
