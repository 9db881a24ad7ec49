import type { Host } from '#shared/contract/host.ts';
import { createResultReader } from '#shared/contract/packed-projection.ts';
import type { ProjectionResult } from '#shared/contract/results.ts';
import type { ScenarioSource } from '#shared/scenario/source.ts';
import { createCompanions } from './companions.ts';
import type { Documents, OpenDocument } from './documents.ts';
import type { Run, Runs } from './runs.ts';
import type { Surveyor } from './surveyor.ts';

/** What the pipeline joins. */
export interface PipelineParts {
  readonly host: Host;
  readonly documents: Documents;
  readonly runs: Runs;
  readonly surveyor: Surveyor;
  /** The measures whose percentiles the screen shows. */
  readonly measuresOf: (result: ProjectionResult) => Promise<readonly string[]>;
  readonly screen: Screen;
  /** Waits for as long as the next key of somebody who is typing may take. */
  readonly whenPaused: () => Promise<void>;
}

/** What the chain needs to know of the screen, and the screen of it. */
export interface Screen {
  /** Hears that what comes next changes what is shown, before it is known how: a frame that is asked for only then may come a whole frame later. */
  readonly expectFrame: () => void;
  /** Waits until the central line is on the screen: a simulation takes all the machine has. */
  readonly whenPainted: () => Promise<void>;
}

/** The one chain between typing and the charts. */
export interface Pipeline {
  /** Runs the scenario on screen again, as after a change of the charts. */
  again(): void;
  stop(): void;
}

/**
 * Document → projection → result, and behind it simulation → bands, unless the text still comes to the same model. An edit goes on at once if nothing is under way;
 * otherwise the newest one goes when the present one ends. The engine's own reading tells the faults of the text: reading
 * it in the page first would only come on top. The simulation goes on for as long as edits leave the model alone.
 */
export function startPipeline({
  host,
  documents,
  runs,
  surveyor,
  measuresOf,
  screen,
  whenPaused,
}: PipelineParts): Pipeline {
  const companions = createCompanions(host);
  const project = createResultReader(
    async (input: { readonly ticket: number; readonly scenario: ScenarioSource }, known) => {
      const reply = await host.call('projection.follow', { ...input, known });
      screen.expectFrame();
      return reply;
    },
  );
  const done = new Map<string, number>();
  let isBusy = false;
  let lastTicket = 0;
  /** Of the text read last, or being read. */
  let current = 0;
  let simulating: Draws | null = null;

  const pump = async (): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    for (let next = waiting(); next !== null; next = waiting()) {
      done.set(next.id, next.edit);
      await run(next);
    }
    isBusy = false;
  };

  const waiting = (): OpenDocument | null => {
    const active = documents.active();
    return active && done.get(active.id) !== active.edit ? active : null;
  };

  const run = async (document: OpenDocument): Promise<void> => {
    const { id, edit, text } = document;
    // Without waiting where nothing is to be waited for, so that the question leaves before the window renders the key.
    const files = companions.known(id, text) ?? (await companions.of(id, text));
    if (documents.find(id)?.files !== files) documents.noteFiles(id, files);
    const source: ScenarioSource = { id, text, files };
    // The host itself stops the draws of a text that came to another model; only those of another scenario need a word.
    if (simulating?.id !== id) stopSimulation();
    else if (!simulating.isBegun) simulating = null;
    lastTicket += 1;
    const ticket = lastTicket;
    current = ticket;
    const asked = project({ ticket, scenario: source });
    runs.begin(id, ticket);
    const reply = await asked;
    if (reply.ok) {
      runs.settle(id, ticket, edit, reply.value);
      documents.noteProblems(id, edit, reply.value.problems);
      await compareWithBase(document, files);
      return void followUp(document, ticket, source, reply.value);
    }
    if (reply.error.kind === 'cancelled') return;
    simulating = null;
    if (reply.error.kind === 'invalid-scenario') {
      documents.noteProblems(id, edit, reply.error.problems);
      return runs.markOld(id, null);
    }
    runs.markOld(id, reply.error);
  };

  /** What may wait until the central line is on the screen: what the text is made of, and the draws. */
  const followUp = async (
    { id, edit }: OpenDocument,
    ticket: number,
    source: ScenarioSource,
    result: ProjectionResult,
  ) => {
    await screen.whenPainted();
    surveyor.survey(source, (survey) => documents.noteSurvey(id, survey));
    const measures = await measuresOf(result);
    if (ticket !== current || serves(simulating, id, result.model, measures)) return;
    const draws = { id, ticket, model: result.model, measures, isTyped: edit > 0, isBegun: false };
    simulating = draws;
    // Draws for a text that the next key makes old would only keep that key waiting.
    if (draws.isTyped) await whenPaused();
    if (simulating === draws) await simulate(draws, source);
  };

  const simulate = async (draws: Draws, scenario: ScenarioSource) => {
    const { id, ticket, measures, isTyped } = draws;
    if (hasAllDraws(runs.of(id), measures)) {
      simulating = null;
      return;
    }
    draws.isBegun = true;
    runs.beginDraws(id, ticket);
    const reply = await host.call('simulation.run', { ticket, scenario, measures, rests: isTyped });
    if (simulating === draws) simulating = null;
    if (reply.ok) runs.noteFan(ticket, reply.value);
    else if (reply.error.kind !== 'cancelled') runs.markOld(id, reply.error);
  };

  const stopSimulation = () => {
    if (simulating === null) return;
    void host.call('work.cancel', { ticket: simulating.ticket });
    simulating = null;
  };

  const bases = new Map<string, string>();
  const compareWithBase = async (document: OpenDocument, files: Readonly<Record<string, string>>) => {
    const baseId = extendedId(document.text, files);
    const text = baseId === null ? undefined : files[baseId];
    if (baseId === null || text === undefined) {
      if (runs.of(document.id).base) runs.noteBase(document.id, null);
      return;
    }
    if (bases.get(document.id) === text && runs.of(document.id).base) return;
    bases.set(document.id, text);
    lastTicket += 1;
    const scenario = { id: baseId, text, files: await companions.of(baseId, text) };
    const reply = await project({ ticket: lastTicket, scenario });
    runs.noteBase(document.id, reply.ok ? reply.value : null);
  };

  const forgets = [
    documents.store.subscribe(({ open }, before) => {
      // What is closed and opened again begins anew, with nothing on screen.
      if (open.length < before.open.length)
        for (const { id } of before.open) if (!open.some((one) => one.id === id)) done.delete(id);
      void pump();
    }),
    host.on('simulation.progress', ({ ticket, result }) => runs.noteFan(ticket, result)),
    host.on('scenario.changed', ({ id }) => {
      if (!companions.forget(id)) return;
      done.clear();
      void pump();
    }),
  ];
  void pump();

  return {
    again() {
      const active = documents.active();
      if (active) done.delete(active.id);
      void pump();
    },
    stop() {
      stopSimulation();
      for (const forget of forgets) forget();
      surveyor.close();
    },
  };
}

/** Draws that are being made, or about to be. */
interface Draws {
  readonly id: string;
  readonly ticket: number;
  readonly model: string;
  readonly measures: readonly string[];
  /** Whether the text comes from the keys, with the next one perhaps on its way: all but the first draws wait for a rest of the hand. */
  readonly isTyped: boolean;
  isBegun: boolean;
}

/** Whether draws under way are those of this very model, and of all measures that are shown. */
function serves(draws: Draws | null, id: string, model: string, measures: readonly string[]): boolean {
  return (
    draws !== null &&
    draws.id === id &&
    draws.model === model &&
    measures.every((measure) => draws.measures.includes(measure))
  );
}

/** Whether the percentiles on screen are those of this very model, complete and of all measures that are shown. */
function hasAllDraws({ fan, isFanOld }: Run, measures: readonly string[]): boolean {
  if (fan === null || isFanOld || !(fan.isSettled || fan.done >= fan.wanted)) return false;
  const known = new Set(fan.bands.map(({ id }) => id));
  return measures.every((id) => known.has(id));
}

/** Finds which of the companion files the text extends. */
function extendedId(text: string, files: Readonly<Record<string, string>>): string | null {
  const written = /^extends:\s*["']?([^"'#\n]+?)["']?\s*(?:#.*)?$/m.exec(text)?.[1];
  if (written === undefined) return null;
  return (
    Object.keys(files).find((id) => id === written || id.endsWith(`/${written.replace(/^\.\//, '')}`)) ?? null
  );
}
