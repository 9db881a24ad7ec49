import { createStore, type StoreApi } from 'zustand/vanilla';
import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { SavedExport } from '#shared/contract/calls.ts';
import type { ExportInput } from '#shared/contract/export.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { Host } from '#shared/contract/host.ts';
import type { TemplateMapping } from '#shared/export/deck/template.ts';
import { findExportFormat } from '#shared/export/formats.ts';
import { type ExportWishes, plainWishes } from '#shared/export/wishes.ts';
import type { ScenarioSource } from '#shared/scenario/source.ts';
import { takeTicket } from '../analysis/tickets.ts';
import { createComparisonSources } from '../comparison/comparison-sources.ts';
import type { Documents } from '../documents.ts';
import type { LayoutStore } from '../layout.ts';
import { faultText, type Notices } from '../notices.ts';
import { type ExportDraft, type ExportState, firstDraft, type PickedDeck } from './export-draft.ts';
import { recallTemplate, rememberTemplate } from './template-memory.ts';

/** Takes numbers out of the program: what, in which form, after a look at what would travel. */
export interface Exporter {
  readonly store: StoreApi<ExportState>;
  /** Begins with some scenarios, the base first, and the pinned pages. */
  begin(scenarios: readonly string[]): void;
  choose(draft: Partial<ExportDraft>): void;
  /** Chooses pages in their order; what is chosen is what is pinned. */
  choosePages(pages: readonly string[]): void;
  takeTemplate(picked: PickedDeck): Promise<void>;
  mapTemplate(mapping: TemplateMapping): void;
  /** Computes what would travel and, for a refresh, what would change. */
  check(): Promise<void>;
  back(): void;
  /** Writes the file; gives what is to be downloaded where nothing was written, null where nothing came of it. */
  save(): Promise<SavedExport | null>;
  cancel(): void;
  stop(): void;
}

interface Parts {
  readonly host: Host;
  readonly documents: Documents;
  readonly layout: LayoutStore;
  readonly notices: Notices;
}

/** Makes the exporter of a window. */
export function createExporter({ host, documents, layout, notices }: Parts): Exporter {
  const store = createStore<ExportState>(() => ({
    draft: firstDraft,
    step: 'choose',
    work: null,
    travels: null,
    changes: null,
    fault: null,
  }));
  const draft = () => store.getState().draft;
  const choose = (chosen: Partial<ExportDraft>) =>
    store.setState({ draft: { ...draft(), ...chosen }, fault: null });

  /** Runs one call under a ticket of its own; what fails is said, and nothing comes of it. */
  async function during<T>(
    what: string,
    call: (input: ExportInput) => Promise<Outcome<T, Fault>>,
  ): Promise<T | null> {
    const ticket = takeTicket();
    store.setState({ work: { ticket, what, fraction: 0 }, fault: null });
    const input = await inputOf(ticket);
    const reply = input.ok ? await call(input.value) : input;
    if (store.getState().work?.ticket !== ticket) return null;
    store.setState({ work: null, fault: reply.ok ? null : faultText(reply.error) });
    return reply.ok ? reply.value : null;
  }

  async function inputOf(ticket: number): Promise<Outcome<ExportInput, Fault>> {
    const sources = createComparisonSources(host, documents);
    const scenarios: ScenarioSource[] = [];
    for (const id of draft().scenarios) {
      const found = await sources.of(id);
      if ('fault' in found) return fail(found.fault);
      scenarios.push(found.source);
    }
    return ok({ ticket, scenarios, wishes: wishesOf() });
  }

  function wishesOf(): ExportWishes {
    const { pages, picture, scale, slideSize, draws, format } = draft();
    const { own, period, isCumulative } = layout.getState();
    const isPicture = findExportFormat(format)?.content === 'picture';
    const charts = isPicture ? [picture ?? pages[0] ?? ''].filter((id) => id !== '') : pages;
    return { ...plainWishes, charts, own, period, isCumulative, scale, slideSize, draws };
  }

  const stopListening = host.on('work.progress', ({ ticket, fraction }) => {
    const { work } = store.getState();
    if (work?.ticket === ticket) store.setState({ work: { ...work, fraction } });
  });

  return {
    store,
    begin(scenarios) {
      const pages = layout.getState().pinned;
      store.setState({
        draft: { ...draft(), scenarios, pages, picture: null, into: null },
        step: 'choose',
        fault: null,
      });
      void recallTemplate().then((template) => {
        if (template !== null && draft().template === null) choose({ template });
      });
    },
    choose,
    choosePages(pages) {
      layout.setState({ pinned: pages });
      choose({ pages });
    },
    async takeTemplate(picked) {
      const reply = await host.call('deck.describe', { deck: picked.deck });
      if (!reply.ok) return store.setState({ fault: faultText(reply.error) });
      const template = { ...picked, description: reply.value, mapping: reply.value.suggested };
      choose({ template, into: null });
      await rememberTemplate(template);
    },
    mapTemplate(mapping) {
      const { template } = draft();
      if (template === null) return;
      choose({ template: { ...template, mapping } });
      void rememberTemplate({ ...template, mapping });
    },
    async check() {
      store.setState({ step: 'check', travels: null, changes: null });
      const { into, format } = draft();
      if (into === null) {
        const travels = await during('Computing what would travel', (input) =>
          host.call('export.travels', { ...input, format }),
        );
        return store.setState({ travels });
      }
      const changes = await during('Comparing with the deck', (input) =>
        host.call('deck.changes', { ...input, into: into.deck }),
      );
      store.setState({ changes });
    },
    back: () => store.setState({ step: 'choose', fault: null }),
    async save() {
      const { format, template, into, scenarios } = draft();
      const saved = await during('Writing', (input) =>
        host.call('export.save', {
          ...input,
          format,
          name: suggestedName(scenarios, into),
          template: template && into === null ? { deck: template.deck, mapping: template.mapping } : null,
          into: into?.deck ?? null,
        }),
      );
      if (saved !== null) notices.say('export', `${saved.name} is written.`);
      return saved;
    },
    cancel() {
      const { work } = store.getState();
      if (work === null) return;
      store.setState({ work: null, step: 'choose' });
      void host.call('work.cancel', { ticket: work.ticket });
    },
    stop: stopListening,
  };
}

/** Suggests the name of the deck that is refreshed, else that of the scenarios. */
function suggestedName(scenarios: readonly string[], into: PickedDeck | null): string {
  if (into !== null) return into.name.replace(/\.pptx$/i, '');
  const names = scenarios.map((id) => (id.split('/').at(-1) ?? id).replace(/\.scenario\.ya?ml$/, ''));
  return names.slice(0, 2).join(' and ') || 'export';
}
