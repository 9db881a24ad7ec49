import { describe, expect, it } from 'vitest';
import type { Block, Lanes } from '#shared/engine/block/block.ts';
import { emptyPass } from '../../../support/empty-pass.ts';
import { buildPlan } from '../../../support/plan-builder.ts';

const plan = buildPlan((t) => {
  t.slot(3);
  return { months: 3 };
});

describe('a pass', () => {
  it('sets a rule up once for a subject, and what it reads before it', () => {
    const { pass } = emptyPass(plan, 1);
    const order: string[] = [];
    const read = (block: Block): Lanes => {
      block.onMonth(() => order.push('read'));
      return block.cell();
    };
    const write = (block: Block, subject: object): Lanes => {
      block.use(read, subject);
      block.onMonth(() => order.push('write'));
      return block.cell();
    };
    const subject = {};
    expect(pass.use(write, subject)).toBe(pass.use(write, subject));
    pass.use(read, subject);
    expect(pass.use(read, {})).not.toBe(pass.use(read, subject));
    pass.run();
    expect(order.slice(0, 3)).toEqual(['read', 'write', 'read']);
  });

  it('refuses rules that go round within a month, and lets them go round in time', () => {
    const { pass } = emptyPass(plan, 1);
    const round = (block: Block, subject: object): Lanes => block.use(round, subject);
    expect(() => pass.use(round, {})).toThrow(/does not depend on itself within a month/);
    const growing = (block: Block, subject: object): Lanes => {
      const before = block.carry(() => block.use(growing, subject));
      const now = block.cell();
      block.onMonth(() => {
        now[0] = 2 * (before[0] ?? 0) + 1;
      });
      return now;
    };
    const subject = {};
    const cell = pass.use(growing, subject);
    pass.close();
    for (let run = 0; run < 2; run += 1) {
      expect(pass.run()).toBe(true);
      expect(cell[0]).toBe(7);
    }
  });

  it('stops between months when asked to', () => {
    const { pass } = emptyPass(plan, 1);
    let months = 0;
    pass.onMonth(() => {
      months += 1;
    });
    expect(pass.run(() => months === 2)).toBe(false);
    expect(months).toBe(2);
  });

  it('reads inputs by slot and refuses slots the plan does not have', () => {
    const { pass, values } = emptyPass(plan, 2);
    values.set([5, 6]);
    expect([...pass.input(0)]).toEqual([5, 6]);
    expect(() => pass.input(99)).toThrow(/slot 99/);
  });
});
