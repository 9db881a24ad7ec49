import { describe, expect, it } from 'vitest';
import { createTurns } from '../../../renderer/ui/turns.ts';

/** A screen that paints when told to. */
function screen() {
  let shown: () => void = () => undefined;
  return {
    whenPainted: () => new Promise<void>((resolve) => (shown = resolve)),
    async paint() {
      shown();
      await Promise.resolve();
      await Promise.resolve();
    },
  };
}

describe('turns', () => {
  it('begin with the first at once and go on with one after every paint, in order', async () => {
    const { whenPainted, paint } = screen();
    const begun: string[] = [];
    const takeTurn = createTurns(whenPainted);
    for (const name of ['a', 'b', 'c']) takeTurn(() => begun.push(name));
    expect(begun).toEqual(['a']);
    await paint();
    expect(begun).toEqual(['a', 'b']);
    await paint();
    expect(begun).toEqual(['a', 'b', 'c']);
    await paint();
    takeTurn(() => begun.push('d'));
    expect(begun).toEqual(['a', 'b', 'c', 'd']);
  });

  it('pass over one that was given up', async () => {
    const { whenPainted, paint } = screen();
    const begun: string[] = [];
    const takeTurn = createTurns(whenPainted);
    takeTurn(() => begun.push('a'));
    const giveUp = takeTurn(() => begun.push('b'));
    takeTurn(() => begun.push('c'));
    giveUp();
    await paint();
    expect(begun).toEqual(['a', 'c']);
  });
});
