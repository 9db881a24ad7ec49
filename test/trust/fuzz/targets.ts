import { fail } from '#shared/base/outcome.ts';
import { decoders } from '#shared/contract/decoders.ts';
import { createDispatch, type Dispatch } from '#shared/contract/dispatch.ts';
import type { Handlers } from '#shared/contract/host.ts';
import { decodeWire, encodeWire } from '#shared/contract/wire.ts';
import { parseExpression } from '#shared/scenario/expression/parse-expression.ts';
import { inspectScenario } from '#shared/scenario/read.ts';
import { createModelPerformers } from '../../../electron/engine/model-performers.ts';
import { hashSource } from '../../../electron/service/hash-source.ts';
import { mutateText } from '../../support/mutate-text.ts';
import type { Dictionary } from './dictionary.ts';
import { honestPiece, makeData, makeExpression, makeText, type Random } from './grammar.ts';
import { observationTarget } from './observation-target.ts';
import { must, type Target } from './target.ts';
import { templateTarget } from './template-target.ts';

const id = 'fuzzed.scenario.yaml';

/** Makes all targets over a dictionary. */
export function makeTargets(words: Dictionary): readonly Target[] {
  return [
    readerTarget(words),
    expressionTarget(words),
    wireTarget(words),
    dispatchTarget(words),
    templateTarget(),
    observationTarget(words),
  ];
}

function readerTarget(words: Dictionary): Target {
  const performers = createModelPerformers();
  const control = { isCancelled: () => false, report: () => undefined };
  return {
    name: 'reader',
    make: (random, earlier) => {
      if (earlier !== null && random() < 0.6) return mutateText(earlier, random);
      return random() < 0.7 ? makeText(words, random) : mutateText(honestPiece(words, random), random);
    },
    attempt: (text) => {
      const source = { id, text, files: {} };
      const { scenario, problems } = inspectScenario(source);
      for (const { from, to, line, column } of problems) {
        must(from >= 0 && to >= from && to <= text.length, `a problem at ${from}–${to} of ${text.length}`);
        must(line >= 1 && column >= 1, `a problem at ${line}:${column}`);
      }
      const isSound = scenario !== null && problems.every(({ severity }) => severity !== 'error');
      if (!isSound) return [...new Set(problems.map(({ code }) => code))].sort().join(' ');
      const reply = performers.project(
        { scenario: { hash: hashSource(source), source }, known: [] },
        control,
      );
      must(reply.ok || reply.error.kind !== 'internal', 'a projection that broke');
      return `computed ${reply.ok ? 'well' : reply.error.kind}`;
    },
  };
}

function expressionTarget(words: Dictionary): Target {
  return {
    name: 'expressions',
    make: (random, earlier) =>
      earlier !== null && random() < 0.5 ? mutateText(earlier, random) : makeExpression(words, random),
    attempt: (text) =>
      JSON.stringify(parseExpression(text))
        .replace(/"[^"]*"|-?\d+(\.\d+)?/g, '_')
        .slice(0, 120),
  };
}

/** Bytes travel through the fuzzer as text of one byte a letter. */
const bytesOf = (words: string): Uint8Array => Buffer.from(words, 'latin1');

function wireTarget(words: Dictionary): Target {
  return {
    name: 'wire',
    make: (random, earlier) => {
      if (random() < 0.1)
        return Array.from({ length: Math.floor(random() * 60) }, () =>
          String.fromCharCode(random() * 256),
        ).join('');
      const message =
        earlier !== null && random() < 0.5
          ? earlier
          : Buffer.from(
              encodeWire({ a: makeData(words, random), b: Float64Array.from([1, Number.NaN, random()]) }),
            ).toString('latin1');
      if (random() < 0.15) return message;
      const bytes = Buffer.from(message, 'latin1');
      for (let change = 0; change < 1 + random() * 3; change += 1) {
        bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
      }
      return random() < 0.2
        ? bytes.toString('latin1', 0, Math.floor(random() * bytes.length))
        : bytes.toString('latin1');
    },
    attempt: (text) => {
      const decoded = decodeWire(bytesOf(text));
      must(!('polluted' in {}), 'a message that reached the prototype of everything');
      if (!decoded.ok) return decoded.error.replace(/[^A-Za-z ]/g, '').slice(0, 30);
      const again = decodeWire(encodeWire(decoded.value));
      must(again.ok, 'a message that cannot be written and read again');
      return typeof decoded.value;
    },
  };
}

function dispatchTarget(words: Dictionary): Target {
  const bugs: unknown[] = [];
  const refuse = async () => fail({ kind: 'refused', message: 'not here' } as const);
  const names = Object.keys(decoders);
  const handlers = Object.fromEntries(names.map((name) => [name, refuse])) as unknown as Handlers;
  const dispatch: Dispatch = createDispatch(handlers, {
    newIncident: () => 'x',
    reportBug: (bug) => bugs.push(bug.error),
  });
  return {
    name: 'dispatch',
    make: (random, earlier) => {
      if (earlier !== null && random() < 0.4) return mutateText(earlier, random);
      const name = random() < 0.9 ? names[Math.floor(random() * names.length)] : makeData(words, random, 4);
      const input = random() < 0.5 ? nearlyRight(words, random) : makeData(words, random);
      return JSON.stringify({ name, input });
    },
    attempt: async (text) => {
      const message = parsed(text);
      const { name, input } = Object(message) as { readonly name?: unknown; readonly input?: unknown };
      const reply = await dispatch(name, input);
      must(bugs.length === 0, `a defect in ${String(name)}: ${String(bugs[0])}`);
      must(!('polluted' in {}), 'an input that reached the prototype of everything');
      return reply.ok ? 'ok' : `${String(name).slice(0, 20)} ${reply.error.kind}`;
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Fields that calls do take, with values that may or may not fit. */
function nearlyRight(words: Dictionary, random: Random): unknown {
  const fields: readonly (readonly [string, () => unknown])[] = [
    ['id', () => 'a.scenario.yaml'],
    ['text', () => 'title: x\n'],
    ['ticket', () => 1],
    ['scenario', () => ({ id: 'a.scenario.yaml', text: 'title: x\n', files: { __proto__: null } })],
    ['basedOn', () => 'abc'],
    ['revision', () => null],
    ['base', () => ''],
    ['key', () => 'abcdefgh-1234'],
    ['number', () => 1],
    ['name', () => 'x'],
    ['to', () => 'b.scenario.yaml'],
    ['measures', () => ['energy']],
    ['format', () => 'csv'],
    ['settings', () => ({ theme: 'dark', recent: [], layout: {} })],
  ];
  const chosen = fields.filter(() => random() < 0.3);
  return Object.fromEntries(
    chosen.map(([name, make]) => [name, random() < 0.8 ? make() : makeData(words, random)]),
  );
}
