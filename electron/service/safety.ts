import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { Handlers } from '#shared/contract/host.ts';
import type { LeftWork, SafetyCalls, Version } from '#shared/contract/safety.ts';
import { checkId } from '../storage/check-id.ts';
import { fileFault } from '../storage/file-fault.ts';
import type { Histories } from '../storage/history/histories.ts';
import type { FoundJournal, Journals } from '../storage/journal/journals.ts';
import type { Library } from '../storage/library.ts';
import type { FoundVersion, Versions } from '../storage/versions/versions.ts';
import type { SessionContext } from './session-context.ts';

/** What keeps work from being lost, shared by all sessions. */
export interface Safety {
  readonly journals: Journals;
  readonly histories: Histories;
  readonly versions: Versions;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Makes the handlers of journals, histories and versions. */
export function safetyHandlers(
  context: SessionContext,
): Pick<Handlers, Exclude<keyof SafetyCalls, 'app.diagnostics'>> {
  const { library, safety, journal: own } = context;
  const { journals, histories, versions, now } = safety;
  const folder = (): string => library().folder;
  return {
    'journal.note': async (input) => {
      const noted = await own.note(folder(), input);
      return noted.ok ? ok({}) : noted;
    },
    'journal.clear': async ({ id }) => {
      const text = await own.clear(folder(), id);
      const answer = ok({ wasKnown: text !== null });
      if (text === null || text.trim() === '') return answer;
      const there = await library().open(id);
      const isInFile = there.ok && there.value.text === text;
      // What the user lets go of without saving can still be had back from the versions.
      if (!isInFile)
        await versions
          .keep(folder(), id, text, { cause: 'unsaved', at: now(), name: null })
          .catch(() => undefined);
      return answer;
    },
    'journal.list': async () => {
      const found = await journals.list(folder());
      const works = await Promise.all(found.map((one) => describeLeft(library(), one)));
      for (const [at, work] of works.entries()) {
        const key = found[at]?.key;
        if (work === null && key !== undefined) await journals.remove(key);
      }
      return ok(works.filter((work) => work !== null));
    },
    'journal.read': async ({ key }) => {
      const found = await journals.find(key);
      if (found === null || found.beginning.library !== folder()) return fail(noWork(key));
      const { id, revision, base } = found.beginning;
      return ok({ id, text: found.text, revision, base });
    },
    'journal.take': async ({ key }) => {
      const found = await journals.find(key);
      if (found === null || found.beginning.library !== folder()) return fail(noWork(key));
      return (await own.take(key, folder(), found.beginning.id)) ? ok({}) : fail(inUse(found.beginning.id));
    },
    'journal.discard': async ({ key }) => {
      const found = await journals.find(key);
      if (found === null) return ok({});
      if (found.isInUse) return fail(inUse(found.beginning.id));
      return guarded(found.beginning.id, async () => {
        const { library: of, id } = found.beginning;
        await versions.keep(of, id, found.text, { cause: 'unsaved', at: now(), name: null });
        await journals.remove(key);
        return {};
      });
    },
    'history.read': ({ id }) => guarded(id, async () => ({ history: await histories.read(folder(), id) })),
    'history.keep': ({ id, history }) =>
      guarded(id, async () => {
        await histories.keep(folder(), id, history);
        return {};
      }),
    'versions.list': ({ id }) =>
      guarded(id, async () => (await versions.list(folder(), id)).map(describeVersion)),
    'versions.read': async ({ id, number }) => {
      const text = await versions.read(folder(), id, number);
      return text === null ? fail(noVersion(id, number)) : ok({ text });
    },
    'versions.keep': ({ id, text, name }) =>
      guarded(id, async () =>
        describeVersion(await versions.keep(folder(), id, text, { cause: 'kept', at: now(), name })),
      ),
    'versions.name': async ({ id, number, name }) => {
      const named = await guarded(id, () => versions.name(folder(), id, number, name));
      if (!named.ok) return named;
      return named.value ? ok({}) : fail(noVersion(id, number));
    },
  };
}

/** Says how left work stands to its file; null where the file has it all, so that nothing is left to bring back. */
async function describeLeft(library: Library, found: FoundJournal): Promise<LeftWork | null> {
  const { key, beginning, isInUse, text, at } = found;
  const { id, revision } = beginning;
  const there = await library.open(id);
  const isNothingNew = there.ok && (there.value.text === text || beginning.base === text);
  if (isNothingNew && !isInUse) return null;
  const work = { key, id, at: momentOf(at), isInUse };
  if (!there.ok) return { ...work, file: revision === null ? 'never-saved' : 'gone' };
  return { ...work, file: there.value.ref.revision === revision ? 'same' : 'changed' };
}

function describeVersion(found: FoundVersion): Version {
  const { number, at, revision, characters, cause, name } = found;
  return { number, at: momentOf(at), revision, characters, cause, name };
}

function momentOf(at: number): string {
  const moment = new Date(at);
  return Number.isNaN(moment.getTime()) ? new Date(0).toISOString() : moment.toISOString();
}

async function guarded<T>(id: string, task: () => Promise<T>): Promise<Outcome<T, Fault>> {
  const checked = checkId(id);
  if (!checked.ok) return checked;
  try {
    return ok(await task());
  } catch (error) {
    return fail(fileFault(error, id));
  }
}

function noWork(key: string): Fault {
  const message = 'There is no such unsaved work any more. Look at the list again.';
  return { kind: 'not-found', id: key, message };
}

function noVersion(id: string, number: number): Fault {
  const message = `${id} has no version ${number} any more. Look at the list again.`;
  return { kind: 'not-found', id, message };
}

function inUse(id: string): Fault {
  return { kind: 'refused', message: `${id} is being edited in another window. Close it there first.` };
}
