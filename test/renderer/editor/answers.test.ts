import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createAnswers } from '../../../renderer/editor/assist/answers.ts';

const read = (id: string) => readFileSync(`scenarios/${id}`, 'utf8');
const base = 'amazon-anthropic.scenario.yaml';
const catalogue = { 'catalogue/chips.yaml': read('catalogue/chips.yaml') };
const source = { id: base, text: read(base), files: catalogue };
const variant = {
  id: '3-gw.scenario.yaml',
  text: read('3-gw.scenario.yaml'),
  files: { ...catalogue, [base]: source.text },
};
const answers = createAnswers();

describe('what the editor can ask', () => {
  it('says which key can be renamed, and renames it everywhere', () => {
    const offset = source.text.indexOf('take-or-pay:          {');
    expect(answers.renamable(source, { offset })?.name).toBe('take-or-pay');
    const renamed = answers.rename(source, { offset, name: 'firmness' });
    expect(renamed.ok && renamed.value.text).toContain('=firmness');
    expect(answers.renamable(source, { offset: source.text.indexOf('# ') })).toBeNull();
  });

  it('shows in a variant what is overridden, and in a base only how often assumptions are used', () => {
    expect(answers.lenses(variant, {}).some((lens) => lens.title.startsWith('base: '))).toBe(true);
    expect(answers.lenses(source, {}).every((lens) => lens.path.startsWith('assumptions.'))).toBe(true);
  });

  it('lists fixes problem by problem', () => {
    const at = source.text.indexOf('ceiling:');
    const problem = {
      code: 'unknown-key',
      severity: 'error' as const,
      path: 'deals.aws.capacity.celing',
      from: at,
      to: at + 7,
      line: 1,
      column: 1,
      message: '',
      fix: { title: 'Change to "ceiling"', replacement: 'ceiling' },
    };
    const [fixes, none] = answers.fixes(source, { problems: [problem, { ...problem, file: base }] });
    expect(fixes?.[0]?.title).toContain('ceiling');
    expect(none).toEqual([]);
  });
});
