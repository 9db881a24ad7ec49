import { useCallback, useEffect, useRef, useState } from 'react';
import type { AnalysisCalls } from '#shared/contract/analysis.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { Host } from '#shared/contract/host.ts';
import { useActiveDocument, useActiveRun, useStores } from '../use-stores.ts';
import { takeTicket } from './tickets.ts';

/** What an analysis is asked beside which scenario it is about. */
export type Question<K extends keyof AnalysisCalls> = Omit<AnalysisCalls[K]['input'], 'ticket' | 'scenario'>;

/** How far an analysis of the scenario on screen has come. */
export interface Answer<T> {
  /** The last answer; of an earlier text or question while `isOld`. */
  readonly value: T | null;
  readonly isOld: boolean;
  readonly isWorking: boolean;
  /** Share done, 0…1. */
  readonly progress: number;
  readonly fault: Fault | null;
  readonly cancel: () => void;
}

interface Known<T> {
  readonly value: T | null;
  /** What it answers: the text with the files it builds on, and the question. */
  readonly of: string;
  readonly fault: Fault | null;
}

/** A text changes with every key; an analysis waits until the hand rests. */
const usualRestMilliseconds = 300;

/**
 * Asks an analysis about the scenario on screen and keeps the answer fresh: a new question or a new text cancels the one under way.
 * Nothing is asked while the question is null, or while the text has no good answer of its own; questions about draws wait for the
 * run that makes them, so that they cost no new ones.
 */
export function useAnswer<K extends keyof AnalysisCalls>(
  name: K,
  question: Question<K> | null,
  needs: 'text' | 'draws' = 'text',
  restMilliseconds = usualRestMilliseconds,
): Answer<AnalysisCalls[K]['output']> {
  type Output = AnalysisCalls[K]['output'];
  const { host } = useStores();
  const document = useActiveDocument();
  const run = useActiveRun();
  const isReady =
    document !== null &&
    run.result !== null &&
    !run.isOld &&
    run.edit === document.edit &&
    (needs === 'text' || isComplete(run));
  const of =
    document === null || question === null
      ? ''
      : `${document.id} ${document.edit} ${run.result?.hash} ${JSON.stringify(question)}`;
  const [known, setKnown] = useState<Known<Output>>({ value: null, of: '', fault: null });
  const [progress, setProgress] = useState(0);
  const [isWorking, setWorking] = useState(false);
  const ticket = useRef<number | null>(null);
  const latest = useRef({ document, question });
  latest.current = { document, question };

  useEffect(() => {
    const asked = latest.current;
    if (!isReady || of === '' || asked.document === null || asked.question === null) return;
    const { id, text, files } = asked.document;
    const own = takeTicket();
    const timer = setTimeout(async () => {
      ticket.current = own;
      setWorking(true);
      setProgress(0);
      const input = { ...asked.question, ticket: own, scenario: { id, text, files } };
      const reply = await callAny<Output>(host, name, input);
      if (ticket.current !== own) return;
      ticket.current = null;
      setWorking(false);
      if (reply.ok) setKnown({ value: reply.value, of, fault: null });
      else if (reply.error.kind !== 'cancelled') setKnown((last) => ({ ...last, of, fault: reply.error }));
    }, restMilliseconds);
    const forget = host.on('work.progress', (event) => {
      if (event.ticket === own) setProgress(event.fraction);
    });
    return () => {
      clearTimeout(timer);
      forget();
      if (ticket.current !== own) return;
      ticket.current = null;
      setWorking(false);
      void host.call('work.cancel', { ticket: own });
    };
  }, [host, name, of, isReady, restMilliseconds]);

  const cancel = useCallback(() => {
    if (ticket.current !== null) void host.call('work.cancel', { ticket: ticket.current });
  }, [host]);
  return {
    value: known.value,
    isOld: known.of !== of,
    isWorking,
    progress,
    fault: known.of === of ? known.fault : null,
    cancel,
  };
}

/** Says whether the draws on screen are those of the present text, all of them. */
export function isComplete({ fan, isFanOld }: ReturnType<typeof useActiveRun>): boolean {
  return fan !== null && !isFanOld && (fan.isSettled || fan.done >= fan.wanted);
}

/** The name and the input belong together by construction; their types cannot be carried through a union of calls. */
function callAny<T>(host: Host, name: keyof AnalysisCalls, input: object) {
  return host.call(name, input as never) as Promise<
    { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Fault }
  >;
}
