import { type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { Host } from '#shared/contract/host.ts';
import type { ScenarioSource } from '#shared/scenario/source.ts';
import { createCompanions } from '../companions.ts';
import type { Documents } from '../documents.ts';

/** Gives the texts of scenarios: those on screen as they are, the others from their files. */
export interface ComparisonSources {
  of(id: string): Promise<{ readonly source: ScenarioSource } | { readonly fault: Fault }>;
  /** Forgets a file that changed. */
  forget(id: string): void;
}

export function createComparisonSources(host: Host, documents: Documents): ComparisonSources {
  const companions = createCompanions(host);
  const texts = new Map<string, string>();
  const textOf = async (id: string): Promise<Outcome<string, Fault>> => {
    const known = documents.find(id)?.text ?? texts.get(id);
    if (known !== undefined) return ok(known);
    const reply = await host.call('scenario.open', { id });
    if (!reply.ok) return reply;
    texts.set(id, reply.value.text);
    return ok(reply.value.text);
  };
  return {
    async of(id) {
      const found = await textOf(id);
      if (!found.ok) return { fault: found.error };
      const files = await companions.of(id, found.value);
      return { source: { id, text: found.value, files } };
    },
    forget(id) {
      texts.delete(id);
      companions.forget(id);
    },
  };
}
