import { describe, expect, it } from 'vitest';
import { createTurnByTurn } from '../../../renderer/state/turn-by-turn.ts';

describe('turn by turn', () => {
  it('does things of one name one after another, also after a failure, and those of other names at once', async () => {
    const inTurn = createTurnByTurn<string>();
    const events: string[] = [];
    const act =
      (name: string, fails = false) =>
      async () => {
        events.push(`${name} begins`);
        await new Promise((resolve) => setTimeout(resolve, 5));
        events.push(`${name} ends`);
        if (fails) throw new Error(name);
        return name;
      };
    const answers = await Promise.allSettled([
      inTurn('a', act('a1', true)),
      inTurn('a', act('a2')),
      inTurn('b', act('b1')),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(events.indexOf('a2 begins')).toBeGreaterThan(events.indexOf('a1 ends'));
    expect(events.indexOf('b1 begins')).toBeLessThan(events.indexOf('a1 ends'));
  });
});
