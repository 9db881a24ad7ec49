import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createLayout,
  defaultLayout,
  type Layout,
  layoutFrom,
  layoutText,
} from '../../../../renderer/state/layout.ts';
import { createLayoutHistory } from '../../../../renderer/state/undo/layout-history.ts';

function window(kept: Layout = defaultLayout, text?: string) {
  const layout = createLayout();
  let now = 0;
  const history = createLayoutHistory(layout, () => {
    now += 10_000;
    return now;
  });
  history.takeUp(kept, text);
  return { layout, history, shown: () => layoutFrom(layoutText(layout.getState())) };
}

const change = fc.oneof(
  fc.record({ period: fc.constantFrom('month', 'quarter', 'year') }),
  fc.record({ isCumulative: fc.boolean() }),
  fc.record({ charts: fc.subarray(['capacity', 'fleet', 'spend']) }),
  fc.record({ sizes: fc.constantFrom({}, { areas: { library: 20, editor: 80 } }) }),
  fc.record({
    own: fc.constantFrom([], [{ id: 'own-1', measures: ['capacity.online'] }]),
    charts: fc.constantFrom(['own-1'], ['capacity']),
  }),
);

describe('the history of the layout', () => {
  it('takes every change back and does it again, across a restart at any moment', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), fc.nat({ max: 12 }), (changes, restartAt) => {
        let one = window();
        const seen = [one.shown()];
        const restart = () => {
          one = window(one.shown(), one.history.text());
        };
        for (const [at, each] of changes.entries()) {
          one.layout.setState(each);
          if (JSON.stringify(one.shown()) !== JSON.stringify(seen.at(-1))) seen.push(one.shown());
          if (at === restartAt) restart();
        }
        for (const before of seen.slice(0, -1).toReversed()) {
          one.history.undo();
          expect(one.shown()).toEqual(before);
        }
        expect(one.history.last()).toBeNull();
        restart();
        for (const after of seen.slice(1)) {
          one.history.redo();
          expect(one.shown()).toEqual(after);
        }
        expect(one.history.next()).toBeNull();
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it('does not count looking: a zoom, or which details are shown', () => {
    const { layout, history } = window();
    layout.setState({ zoom: [3, 9], bottom: 'checks', tableChart: 'fleet' });
    expect(history.last()).toBeNull();
  });

  it('takes a splitter that is moved by key back at once', () => {
    const layout = createLayout();
    let now = 0;
    const history = createLayoutHistory(layout, () => now);
    for (const share of [40, 41, 42]) {
      now += 100;
      layout.setState({ sizes: { areas: { editor: share } } });
    }
    now += 5_000;
    layout.setState({ sizes: { areas: { editor: 50 } } });
    history.undo();
    expect(layout.getState().sizes).toEqual({ areas: { editor: 42 } });
    history.undo();
    expect(layout.getState().sizes).toEqual({});
  });

  it('stays small, and keeps the latest', () => {
    const { layout, history } = window();
    const many = Array.from({ length: 400 }, (_, at) => `measure-${at}`);
    for (let at = 0; at < 150; at += 1) layout.setState({ own: [{ id: `own-${at}`, measures: many }] });
    expect(history.text().length).toBeLessThanOrEqual(60_000);
    const next = window(layoutFrom(layoutText(layout.getState())), history.text());
    next.history.undo();
    expect(next.layout.getState().own[0]?.id).toBe('own-148');
  });

  it.each([
    ['no JSON', '{'],
    ['a list', '[]'],
    ['a place beyond its end', '{"steps":[],"done":3}'],
    ['steps of other kinds', '{"steps":[{"before":{"period":"decade"},"after":{},"when":1}],"done":1}'],
    ['steps of other parts', '{"steps":[{"before":{"bottom":null},"after":{},"when":1}],"done":1}'],
    ['steps that are none', '{"steps":[null],"done":1}'],
  ])('takes %s as none', (_, text) => {
    const { history, shown } = window(defaultLayout, text);
    expect(history.last()).toBeNull();
    history.undo();
    expect(shown()).toEqual(defaultLayout);
  });
});
