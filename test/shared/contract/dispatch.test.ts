import { describe, expect, it } from 'vitest';
import { ok } from '#shared/base/outcome.ts';
import { decoders } from '#shared/contract/decoders.ts';
import { type Bug, createDispatch } from '#shared/contract/dispatch.ts';
import type { CallName, Handlers } from '#shared/contract/host.ts';

function handlersThat(answer: () => Promise<unknown>): Handlers {
  const names = Object.keys(decoders) as CallName[];
  return Object.fromEntries(names.map((name) => [name, answer])) as unknown as Handlers;
}

function dispatchThat(answer: () => Promise<unknown>) {
  const bugs: Bug[] = [];
  const dispatch = createDispatch(handlersThat(answer), {
    newIncident: () => 'incident-1',
    reportBug: (bug) => bugs.push(bug),
  });
  return { dispatch, bugs };
}

describe('dispatch', () => {
  it('hands decoded input to the handler', async () => {
    const { dispatch, bugs } = dispatchThat(async () => ok('answered'));
    expect(await dispatch('scenario.open', { id: 'a.scenario.yaml' })).toEqual(ok('answered'));
    expect(bugs).toEqual([]);
  });

  it.each(['toString', '__proto__', 'constructor', 'hasOwnProperty', '', 'scenario.opem', 7, null, {}])(
    'refuses the name %j',
    async (name) => {
      const { dispatch } = dispatchThat(async () => ok('answered'));
      expect(await dispatch(name, {})).toMatchObject({ ok: false, error: { kind: 'invalid-call' } });
    },
  );

  it.each([
    [undefined, /input/],
    [{}, /id/],
    [{ id: 7 }, /id/],
    [{ id: 'x'.repeat(300) }, /id/],
    [{ id: 'a', extra: 1 }, /extra/],
  ])('refuses the input %j and names the field', async (input, field) => {
    const { dispatch } = dispatchThat(async () => ok('answered'));
    const reply = await dispatch('scenario.open', input);
    expect(reply).toMatchObject({ ok: false, error: { kind: 'invalid-call' } });
    if (!reply.ok && reply.error.kind === 'invalid-call') expect(reply.error.message).toMatch(field);
  });

  it('limits sizes', async () => {
    const { dispatch } = dispatchThat(async () => ok('answered'));
    const text = 'x'.repeat(2_000_001);
    expect(await dispatch('scenario.create', { id: 'a', text })).toMatchObject({ ok: false });
    const files = Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`f${at}`, '']));
    const scenario = { id: 'a', text: '', files };
    expect(await dispatch('projection.run', { ticket: 1, scenario })).toMatchObject({ ok: false });
  });

  it.each([
    ['thrown', () => Promise.reject(new Error('secret path /home/x'))],
    [
      'thrown at once',
      () => {
        throw new Error('secret path /home/x');
      },
    ],
  ])(
    'turns a defect (%s) into a fault without its words, and reports it under the same incident',
    async (_, answer) => {
      const { dispatch, bugs } = dispatchThat(answer);
      const reply = await dispatch('scenario.list', {});
      expect(reply).toMatchObject({ ok: false, error: { kind: 'internal', incident: 'incident-1' } });
      expect(JSON.stringify(reply)).not.toContain('secret');
      expect(bugs).toMatchObject([{ incident: 'incident-1', call: 'scenario.list' }]);
    },
  );
});
