import { describe, expect, it } from 'vitest';
import { createKeptDraws, type DrawnRun } from '../../../electron/engine/kept-draws.ts';

function run(hash: string, measures: readonly string[] = ['power']): DrawnRun {
  const samples = new Float64Array(8);
  return { id: 'deal', hash, measures, shared: { samples } as never, done: 8 };
}

describe('kept draws', () => {
  it('serve every text of the model they are of, and no other', () => {
    const draws = createKeptDraws();
    draws.note('first', 'model');
    draws.keep(run('first'));
    draws.note('first with a remark', 'model');
    draws.note('another', 'another model');
    expect(draws.find('first with a remark', ['power'])?.hash).toBe('first');
    expect(draws.find('first with a remark', ['price'])).toBeNull();
    expect(draws.find('another', ['power'])).toBeNull();
    expect(draws.find('unheard of', ['power'])).toBeNull();
  });

  it('are dropped for a new run of the same scenario only when that is of another model', () => {
    const draws = createKeptDraws();
    draws.note('first', 'model');
    draws.keep(run('first'));
    draws.note('first with a remark', 'model');
    draws.makeRoom('deal', 'first with a remark', 1);
    expect(draws.find('first', ['power'])).not.toBeNull();
    draws.makeRoom('deal', 'another', 1);
    expect(draws.find('first', ['power'])).toBeNull();
  });
});
