import type { JournalKeeper } from './journal-keeper.ts';
import { keepJournal } from './journal-keeper.ts';
import { createLeftWorks, type LeftWorkParts, type LeftWorks } from './left-work.ts';
import { watchLeaving } from './watch-leaving.ts';

/** What keeps work from being lost. */
export interface Safety {
  readonly journal: JournalKeeper;
  readonly leftWorks: LeftWorks;
  /** Copies what a report of a fault should hold. */
  copyDiagnostics(): Promise<void>;
  stop(): void;
}

export function createSafety(parts: Omit<LeftWorkParts, 'journal'>): Safety {
  const { host, documents, histories, files, notices } = parts;
  const journal = keepJournal(host, documents, notices, files.handedOver);
  const stopWatching = watchLeaving(documents, [journal, histories]);
  return {
    journal,
    leftWorks: createLeftWorks({ ...parts, journal }),
    async copyDiagnostics() {
      const reply = await host.call('app.diagnostics', {});
      if (!reply.ok) return notices.warn('diagnostics', reply.error);
      const isCopied = await navigator.clipboard.writeText(reply.value.text).then(
        () => true,
        () => false,
      );
      const news =
        'Copied: versions, the machine, the last lines of the log. Nothing of your scenarios is in it.';
      if (isCopied) notices.say('diagnostics', news);
      else notices.warn('diagnostics', { kind: 'refused', message: 'The system does not let Offtake copy.' });
    },
    stop() {
      stopWatching();
      journal.stop();
    },
  };
}
