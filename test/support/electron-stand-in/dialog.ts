import type { Dialog } from 'electron';
import { type Instruction, instructions, tell } from './control.ts';
import { mustBeReady } from './gate.ts';

type Answer = Extract<Instruction, { kind: 'answer' }>;

const answers: Answer[] = [];
instructions.on('answer', (answer: Answer) => answers.push(answer));

/** Shows nothing: tells the test which dialog it would be, and takes the answer the test has given beforehand. */
function ask(dialog: string, args: readonly unknown[]): unknown {
  mustBeReady(`dialog.${dialog}`);
  const options = args.at(-1);
  tell({ kind: 'dialog', dialog, options });
  const at = answers.findIndex((answer) => answer.dialog === dialog);
  if (at === -1) throw new Error(`No answer was given for ${dialog} ${JSON.stringify(options)}`);
  return answers.splice(at, 1)[0]?.answer;
}

export const dialog: Record<
  'showOpenDialog' | 'showSaveDialog' | 'showMessageBox',
  (...args: unknown[]) => Promise<unknown>
> & { readonly showMessageBoxSync: (...args: unknown[]) => unknown } & Pick<Dialog, 'showErrorBox'> = {
  showOpenDialog: async (...args) => ask('showOpenDialog', args),
  showSaveDialog: async (...args) => ask('showSaveDialog', args),
  showMessageBox: async (...args) => ask('showMessageBox', args),
  showMessageBoxSync: (...args) => ask('showMessageBoxSync', args),
  // Allowed before the app is ready, and fatal to a test unless it is asked for.
  showErrorBox: (title, content) => tell({ kind: 'failed', message: `${title}: ${content}` }),
};
