/**
 * What other large compute contracts pay for a GW-year of delivered power, USD.
 *
 * Source: public contracts of 2025–26 (Oracle–OpenAI, CoreWeave, Microsoft–Nebius and their like), total value ÷ term ÷
 * stated power. The owner's cost of a GW-year is about $8.5B.
 */
export const comparableContracts = { low: 12e9, high: 16e9, source: 'public contracts of 2025–26' };
