import { ok } from '#shared/base/outcome.ts';
import type { Opening } from '#shared/contract/calls.ts';
import type { CallName, Host, Input, Reply } from '#shared/contract/host.ts';

/** A host that is asked for all a window begins with before anybody wants it. */
export interface OpeningHost extends Host {
  /** Lets every question from here on go to the machine: what was true when the window opened may not be any more. */
  endOpening(): void;
}

type Source = Input<'projection.follow'>['scenario'];

/** For each question how it is answered, and null for one about something else. */
type Answers = { [K in CallName]?: (input: Input<K>) => Reply<K> | null };

const foreseen: ReadonlySet<CallName> = new Set([
  'app.describe',
  'scenario.list',
  'settings.read',
  'library.layout',
  'scenario.open',
  'history.read',
  'scenario.companions',
  'projection.follow',
]);

/**
 * Asks a host for its opening, and answers from it, once each, the questions a window begins with. They wait for one another, and
 * each answer for the page to have a moment between its own scripts; together they take one way there and back, while those load.
 */
export function openingHost(host: Host): OpeningHost {
  let answers: Promise<Answers> | null = host
    .call('app.opening', {})
    .then((reply) => (reply.ok ? answersOf(reply.value) : {}));
  return {
    call(name, input) {
      return answers === null || !foreseen.has(name)
        ? host.call(name, input)
        : answerFrom(answers, host, name, input);
    },
    on: host.on,
    endOpening() {
      answers = null;
    },
  };
}

async function answerFrom<K extends CallName>(
  known: Promise<Answers>,
  host: Host,
  name: K,
  input: Input<K>,
): Promise<Reply<K>> {
  const answers = await known;
  const reply = answers[name]?.(input) ?? null;
  if (reply === null) return host.call(name, input);
  delete answers[name];
  return reply;
}

function answersOf({ app, refs, settings, layout, first }: Opening): Answers {
  const general: Answers = {
    'app.describe': () => ok(app),
    'scenario.list': () => ok(refs),
    'settings.read': () => ok({ settings }),
    'library.layout': () => ok({ layout }),
  };
  if (first === null) return general;
  const { opened, history, files, projection } = first;
  const { text } = opened;
  const { id } = opened.ref;
  return {
    ...general,
    'scenario.open': (asked) => (asked.id === id ? ok(opened) : null),
    'history.read': (asked) => (asked.id === id ? ok({ history }) : null),
    'scenario.companions': (asked) => (asked.id === id && asked.text === text ? ok({ files }) : null),
    'projection.follow': ({ scenario }) => (isSame(scenario, { id, text, files }) ? projection : null),
  };
}

function isSame(one: Source, other: Source): boolean {
  const names = Object.keys(one.files);
  return (
    one.id === other.id &&
    one.text === other.text &&
    names.length === Object.keys(other.files).length &&
    names.every((name) => one.files[name] === other.files[name])
  );
}
