import type { Command } from '../command.ts';
import { textTable } from '../text-table.ts';
import { faultLine } from '../workplace.ts';

/** Lists the scenarios of the library. */
export const listCommand: Command = {
  name: 'list',
  summary: 'list the scenarios of your library, or the shipped ones while you have none',
  operands: [],
  options: { json: { meaning: 'print the list as JSON' } },
  run: async (given, terminal, workplace) => {
    const work = await workplace.open('here');
    if (!work.ok) {
      terminal.error(faultLine(work.error));
      return 2;
    }
    const refs = await work.value.handlers['scenario.list']({});
    await work.value.close();
    if (!refs.ok) {
      terminal.error(faultLine(refs.error));
      return 2;
    }
    if (given.has('json')) {
      terminal.out(`${JSON.stringify(refs.value, null, 2)}\n`);
    } else {
      const rows = refs.value.map(({ id, kind, title }) => [id, kind, title]);
      terminal.out(`${textTable(rows, ['left', 'left', 'left'])}\n`);
    }
    return 0;
  },
};
