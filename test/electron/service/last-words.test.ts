import { describe, expect, it } from 'vitest';
import { lastWords } from '../../../electron/service/last-words.ts';

const now = new Date(1_800_000_000_000);

describe('lastWords', () => {
  it('says what is safe and where, with the age of each text', () => {
    const words = lastWords(
      [
        { id: 'a.scenario.yaml', at: now.getTime() - 400 },
        { id: 'b.scenario.yaml', at: now.getTime() - 61_000 },
        { id: 'c.scenario.yaml', at: now.getTime() + 9_000 },
      ],
      now,
    );
    expect(words).toContain('a.scenario.yaml as of 0 seconds ago');
    expect(words).toContain('b.scenario.yaml as of 61 seconds ago');
    expect(words).toContain('c.scenario.yaml as of 0 seconds ago');
    expect(words).toMatch(/^What was saved is in your scenario folder\. .*will be offered to you/);
  });

  it('names a few of many, and says so when nothing was unsaved', () => {
    const many = Array.from({ length: 9 }, (_, at) => ({ id: `${at}.yaml`, at: 0 }));
    expect(lastWords(many, now)).toMatch(/, and 4 more\.$/);
    expect(lastWords([], now)).toContain('Nothing was unsaved');
  });
});
