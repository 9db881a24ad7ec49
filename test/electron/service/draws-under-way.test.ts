import { describe, expect, it } from 'vitest';
import { createStop } from '../../../electron/engine/stop.ts';
import { createDrawsUnderWay } from '../../../electron/service/draws-under-way.ts';

function begun(model = 'five gigawatts') {
  const underWay = createDrawsUnderWay();
  const stop = createStop();
  const end = underWay.begin('deal', { model, stop });
  const isHeld = () => new Int32Array(stop.shared)[0] === 2;
  return { underWay, stop, end, isHeld };
}

describe('draws under way', () => {
  it('wait while the text is read, and go on where it still comes to their model', () => {
    const { underWay, stop, isHeld } = begun();
    const decide = underWay.hold('deal');
    expect(isHeld()).toBe(true);
    decide('five gigawatts');
    expect([isHeld(), stop.isStopped()]).toEqual([false, false]);
  });

  it.each([
    ['comes to another model', 'three gigawatts'],
    ['has no model', null],
  ])('end where the text %s', (_, model) => {
    const { underWay, stop } = begun();
    underWay.hold('deal')(model);
    expect(stop.isStopped()).toBe(true);
  });

  it('wait for the newest of several texts', () => {
    const { underWay, stop, isHeld } = begun();
    const first = underWay.hold('deal');
    const second = underWay.hold('deal');
    first(undefined);
    expect([isHeld(), stop.isStopped()]).toEqual([true, false]);
    second('three gigawatts');
    expect(stop.isStopped()).toBe(true);
  });

  it('are left alone by other scenarios, and by everybody when they have ended', () => {
    const { underWay, stop, end, isHeld } = begun();
    underWay.hold('another deal')('three gigawatts');
    end();
    underWay.hold('deal')('three gigawatts');
    expect([isHeld(), stop.isStopped()]).toEqual([false, false]);
  });

  it('of a newer run are not ended by the end of an older one', () => {
    const { underWay, end } = begun();
    const stop = createStop();
    underWay.begin('deal', { model: 'three gigawatts', stop });
    end();
    underWay.hold('deal')('five gigawatts');
    expect(stop.isStopped()).toBe(true);
  });
});
