import type { Plan } from './plan.ts';

/**
 * Returns a text that is the same for two plans exactly when they differ in nothing but the values of their inputs and
 * how these are drawn. What is set up for a plan serves every plan of its shape: an edit of a figure changes no shape.
 */
export function planShape(plan: Plan): string {
  const { inputs, correlations: _, seed: __, sampling: ___, ...rules } = plan;
  return `${inputs.length} ${JSON.stringify(rules)}`;
}
