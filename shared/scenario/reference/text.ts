import { conventionsPage } from './conventions.ts';
import type { InputEntry } from './inputs.ts';
import type { MeasureReference, ReferenceModel } from './model.ts';

/** Writes the catalogue as plain text for the terminal. */
export function referenceText(model: ReferenceModel): string {
  return [
    'INPUTS',
    ...model.inputs.map(inputText),
    '',
    'BESIDE ANY VALUE',
    ...model.provenance.map(inputText),
    '',
    'MEASURES',
    ...model.measures.map(measureText),
    '',
    `The rules by which these are computed stand in ${conventionsPage}.`,
    '',
  ].join('\n');
}

function inputText(entry: InputEntry): string {
  const facts = [
    entry.what,
    entry.range,
    entry.units.length > 0 ? `units ${entry.units.join(', ')}` : null,
    entry.isNeeded ? 'needed' : entry.default === null ? null : `default ${entry.default}`,
    entry.example === '' ? null : `e.g. ${entry.example}`,
  ].filter((fact) => fact !== null);
  const words = Object.entries(entry.words).map(([word, meaning]) => `    ${word}: ${meaning}`);
  return [`  ${entry.path}`, `    ${entry.meaning}`, `    ${facts.join(' · ')}`, ...words].join('\n');
}

function measureText(measure: MeasureReference): string {
  const scope = measure.scope.map((each) => (each === 'deal' ? `DEAL.${measure.id}` : measure.id)).join(', ');
  return [
    `  ${scope}`,
    `    ${measure.label} (${measure.unit}, ${measure.kind}). ${measure.meaning}`,
    `    = ${measure.formula}`,
  ].join('\n');
}
