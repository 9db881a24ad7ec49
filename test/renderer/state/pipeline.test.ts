import { afterEach, describe, expect, it, vi } from 'vitest';
import { createDocuments } from '../../../renderer/state/documents.ts';
import { startPipeline } from '../../../renderer/state/pipeline.ts';
import { createRuns } from '../../../renderer/state/runs.ts';
import { fakeHost } from '../../support/fake-host.ts';

const base = 'amazon-anthropic.scenario.yaml';
const stops: (() => void)[] = [];

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** The chain over a fake machine, with a reading that answers in its own time. */
function chain() {
  const host = fakeHost();
  const documents = createDocuments();
  const runs = createRuns();
  const surveyed: string[] = [];
  const surveyor = {
    survey: ({ text }: { readonly text: string }) => void surveyed.push(text),
    attend: () => () => undefined,
    close: () => undefined,
  };
  const measures = ['capacity.online'];
  const want = (measure: string) => void measures.push(measure);
  /** Which edit is shown at each moment a frame is asked for. */
  const shownAtFrames: number[] = [];
  /** What was done once an answer was there, in its order. */
  const steps: string[] = [];
  let pausing = Promise.resolve();
  /** Lets pauses last until the returned function is called. */
  const pause = () => {
    let goOn: () => void = () => undefined;
    pausing = new Promise((resolve) => {
      goOn = resolve;
    });
    return () => goOn();
  };
  const pipeline = startPipeline({
    host,
    documents,
    runs,
    surveyor,
    measuresOf: async () => {
      steps.push('asked what is wanted');
      return [...measures];
    },
    screen: {
      expectFrame: () => void shownAtFrames.push(runs.of(base).edit),
      whenPainted: async () => {
        await Promise.resolve();
        steps.push('painted');
      },
    },
    whenPaused: () => pausing,
  });
  stops.push(pipeline.stop);
  const open = async (id = base) => {
    const opened = await host.call('scenario.open', { id });
    if (opened.ok) documents.open(opened.value);
  };
  const count = (name: string) => host.calls.filter((call) => call.name === name).length;
  const ceiling = () => {
    const series = runs
      .of(base)
      .result?.projection.series.find((one) => one.info.id === 'capacity.contracted');
    return series?.values[0];
  };
  return {
    host,
    documents,
    runs,
    surveyed,
    pipeline,
    open,
    count,
    ceiling,
    want,
    pause,
    shownAtFrames,
    steps,
  };
}

const settled = (what: () => void) => vi.waitFor(what, { timeout: 5000, interval: 2 });
const text = (gigawatts: number) => `offtake: 1\ntitle: A\ndeals:\n  ceiling: ${gigawatts} GW\n`;

describe('the pipeline', () => {
  it('shows a file, takes stock of it, and brings its bands', async () => {
    const { open, runs, surveyed, ceiling } = chain();
    await open();
    await settled(() => expect(ceiling()).toBe(5000));
    expect(surveyed).toHaveLength(1);
    await settled(() => expect(runs.of(base).fan?.done).toBe(10_000));
  });

  it('shows a file again that was closed', async () => {
    const { open, documents, runs, ceiling } = chain();
    await open();
    await settled(() => expect(ceiling()).toBe(5000));
    documents.close(base);
    runs.forget(base);
    expect(ceiling()).toBeUndefined();
    await open();
    await settled(() => expect(ceiling()).toBe(5000));
  });

  it('follows an edit', async () => {
    const { open, documents, ceiling, runs } = chain();
    await open();
    await settled(() => expect(ceiling()).toBe(5000));
    documents.edit(base, text(3));
    await settled(() => expect(ceiling()).toBe(3000));
    expect(runs.of(base).edit).toBe(1);
  });

  it('asks for a frame as soon as the answer is there, before what it changes', async () => {
    const { open, documents, runs, shownAtFrames } = chain();
    await open();
    await settled(() => expect(runs.of(base).result).not.toBeNull());
    const before = shownAtFrames.length;
    expect(before).toBe(1);
    documents.edit(base, text(3));
    await settled(() => expect(runs.of(base).edit).toBe(1));
    expect(shownAtFrames.slice(before)).toEqual([0]);
  });

  it('asks what is wanted of the draws once the figures are painted', async () => {
    const { open, documents, runs, steps } = chain();
    await open();
    await settled(() => expect(runs.of(base).fan?.done).toBe(10_000));
    documents.edit(base, text(3));
    await settled(() => expect(steps).toHaveLength(4));
    expect(steps).toEqual(['painted', 'asked what is wanted', 'painted', 'asked what is wanted']);
  });

  it('leaves figures and percentiles alone when an edit changes no number', async () => {
    const { open, documents, runs, count } = chain();
    await open();
    await settled(() => expect(runs.of(base).fan?.done).toBe(10_000));
    const before = runs.of(base);
    const simulations = count('simulation.run');
    documents.edit(base, `${documents.find(base)?.text ?? ''}# a remark\n`);
    await settled(() => expect(runs.of(base).edit).toBe(1));
    expect(runs.of(base).result?.projection).toBe(before.result?.projection);
    expect(runs.of(base)).toMatchObject({ fan: before.fan, isFanOld: false, isOld: false });
    documents.edit(base, text(3));
    await settled(() => expect(count('simulation.run')).toBe(simulations + 1));
    expect(runs.of(base).result?.projection).not.toBe(before.result?.projection);
  });

  it('lets the draws of a typed text rest, and not those of one that was opened', async () => {
    const { open, documents, host, runs, count, pause } = chain();
    pause();
    await open();
    await settled(() => expect(runs.of(base).fan?.done).toBe(10_000));
    documents.edit(base, text(3));
    await settled(() => expect(runs.of(base).edit).toBe(1));
    expect(count('simulation.run')).toBe(1);
    pause()();
    documents.edit(base, text(4));
    await settled(() => expect(count('simulation.run')).toBe(2));
    const rests = host.calls.filter(({ name }) => name === 'simulation.run').map(({ input }) => input);
    expect(rests).toMatchObject([{ rests: false }, { rests: true }]);
  });

  it('runs the newest of many edits, not every one', async () => {
    const { open, documents, host, count, ceiling } = chain();
    await open();
    await settled(() => expect(ceiling()).toBe(5000));
    host.hold('projection.follow');
    documents.edit(base, text(1));
    await settled(() => expect(count('projection.follow')).toBe(2));
    for (let gigawatts = 2; gigawatts <= 40; gigawatts++) documents.edit(base, text(gigawatts));
    host.release('projection.follow');
    await settled(() => expect(ceiling()).toBe(40_000));
    expect(count('projection.follow')).toBe(3);
  });

  it('keeps the last good answer and marks it old while the text is broken', async () => {
    const { open, documents, runs, count, ceiling } = chain();
    await open();
    await settled(() => expect(ceiling()).toBe(5000));
    documents.edit(base, `${text(3)}broken\n`);
    await settled(() => expect(runs.of(base).isOld).toBe(true));
    expect(ceiling()).toBe(5000);
    expect(documents.find(base)?.problems).toHaveLength(1);
    expect(count('simulation.run')).toBe(1);
    documents.edit(base, text(3));
    await settled(() => expect(runs.of(base).isOld).toBe(false));
    expect(ceiling()).toBe(3000);
    expect(documents.find(base)?.problems).toEqual([]);
  });

  it('tells the faults of a file that is broken when it is opened', async () => {
    const { open, host, documents, runs } = chain();
    host.files.set(base, `${text(3)}broken\n`);
    await open();
    await settled(() => expect(documents.find(base)?.problems).toHaveLength(1));
    expect(runs.of(base).result).toBeNull();
  });

  it('asks in the same turn as the key, before anything is rendered', async () => {
    const { open, documents, runs, count } = chain();
    await open();
    await settled(() => expect(runs.of(base).result).not.toBeNull());
    const before = count('projection.follow');
    documents.edit(base, text(3));
    expect(count('projection.follow')).toBe(before + 1);
  });

  it('leaves it to the host to stop the draws of the edit before, and takes no late word of them', async () => {
    const { open, documents, host, runs, count, ceiling } = chain();
    host.hold('simulation.run');
    await open();
    await settled(() => expect(count('simulation.run')).toBe(1));
    const ticket = runs.of(base).ticket ?? -1;
    documents.edit(base, text(3));
    await settled(() => expect(ceiling()).toBe(3000));
    expect(count('work.cancel')).toBe(0);
    const late = { done: 1, wanted: 2, isSettled: false, worstError: 1, bands: [], checks: [], took: 0 };
    host.emit('simulation.progress', { ticket, result: late });
    expect(runs.of(base).fan).toBeNull();
    host.release('simulation.run');
  });

  it('lets draws under way go on when an edit changes no number, and takes their word', async () => {
    const { open, documents, host, runs, count } = chain();
    host.hold('simulation.run');
    await open();
    await settled(() => expect(count('simulation.run')).toBe(1));
    const draws = runs.of(base).draws ?? -1;
    const opened = documents.find(base)?.text ?? '';
    for (const remark of ['# a', '# a remark']) {
      const { edit } = runs.of(base);
      documents.edit(base, `${opened}${remark}\n`);
      await settled(() => expect(runs.of(base).edit).toBeGreaterThan(edit));
    }
    const some = { done: 1, wanted: 2, isSettled: false, worstError: 1, bands: [], checks: [], took: 0 };
    host.emit('simulation.progress', { ticket: draws, result: some });
    expect(runs.of(base).fan).toBe(some);
    expect([count('simulation.run'), count('work.cancel')]).toEqual([1, 0]);
    host.release('simulation.run');
    await settled(() => expect(runs.of(base).fan?.done).toBe(10_000));
    expect(count('simulation.run')).toBe(1);
  });

  it('begins the draws anew when the charts want measures that those under way do not have', async () => {
    const { open, host, pipeline, count, want } = chain();
    host.hold('simulation.run');
    await open();
    await settled(() => expect(count('simulation.run')).toBe(1));
    want('spend.total');
    pipeline.again();
    await settled(() => expect(count('simulation.run')).toBe(2));
    host.release('simulation.run');
  });

  it('makes no draws for a text that is typed over before the pause is over', async () => {
    const { open, documents, count, ceiling, pause } = chain();
    await open();
    await settled(() => expect(count('simulation.run')).toBe(1));
    const goOn = pause();
    documents.edit(base, text(3));
    await settled(() => expect(ceiling()).toBe(3000));
    documents.edit(base, text(4));
    await settled(() => expect(ceiling()).toBe(4000));
    goOn();
    await settled(() => expect(count('simulation.run')).toBe(2));
    await Promise.resolve();
    expect(count('simulation.run')).toBe(2);
  });

  it('shows bands as they come', async () => {
    const { open, host, runs, count } = chain();
    host.hold('simulation.run');
    await open();
    await settled(() => expect(count('simulation.run')).toBe(1));
    const ticket = runs.of(base).ticket ?? -1;
    const soon = {
      done: 256,
      wanted: 10_000,
      isSettled: false,
      worstError: 0.1,
      bands: [],
      checks: [],
      took: 0,
    };
    host.emit('simulation.progress', { ticket, result: soon });
    expect(runs.of(base).fan?.done).toBe(256);
    host.release('simulation.run');
    await settled(() => expect(runs.of(base).fan?.done).toBe(10_000));
  });

  it('works out the base of a variant once, for changes against it', async () => {
    const { open, documents, runs, count } = chain();
    const variant = 'half-power.scenario.yaml';
    await open(variant);
    await settled(() => expect(runs.of(variant).base).not.toBeNull());
    expect(count('projection.follow')).toBe(2);
    const now = documents.find(variant)?.text ?? '';
    documents.edit(variant, now.replace('3 GW', '2 GW'));
    await settled(() => expect(runs.of(variant).edit).toBe(1));
    expect(count('projection.follow')).toBe(3);
  });

  it('follows a base that changes on disk', async () => {
    const { open, host, runs, count } = chain();
    const variant = 'half-power.scenario.yaml';
    await open(variant);
    await settled(() => expect(runs.of(variant).base).not.toBeNull());
    const before = count('scenario.companions');
    host.emit('scenario.changed', { id: base, revision: 'other' });
    await settled(() => expect(count('scenario.companions')).toBeGreaterThan(before));
  });
});
