import { jsonSchema } from '#shared/scenario/reference/json-schema.ts';
import { referenceMarkdown } from '#shared/scenario/reference/markdown.ts';
import { referenceModel } from '#shared/scenario/reference/model.ts';
import { referenceText } from '#shared/scenario/reference/text.ts';
import type { Command } from '../command.ts';

/** Prints every input and every measure. */
export const referenceCommand: Command = {
  name: 'reference',
  summary: 'print every input and measure, with meaning, unit, range and formula',
  operands: [],
  options: {
    json: { meaning: 'as JSON' },
    markdown: { meaning: 'as a page in Markdown' },
    schema: { meaning: 'the JSON schema of a scenario, for other editors' },
  },
  run: async (given, terminal, workplace) => {
    const chosen = ['json', 'markdown', 'schema'].filter(given.has);
    if (chosen.length > 1) {
      terminal.error(`Choose one of ${chosen.map((name) => `--${name}`).join(' and ')}.`);
      return 2;
    }
    const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;
    if (given.has('schema')) terminal.out(json(jsonSchema()));
    else if (given.has('markdown')) terminal.out(referenceMarkdown(referenceModel()));
    else if (given.has('json')) terminal.out(json({ offtake: workplace.version, ...referenceModel() }));
    else terminal.out(referenceText(referenceModel()));
    return 0;
  },
};
