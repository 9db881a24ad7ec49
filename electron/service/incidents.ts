import { randomUUID } from 'node:crypto';
import type { Bug } from '#shared/contract/dispatch.ts';
import type { ReportDefect } from '../engine/runner.ts';
import { type Log, openLogFile } from '../storage/log-file.ts';
import { plainStack } from './plain-stack.ts';

/** Names a defect, so that what the screen shows can be found in the log. */
export function newIncident(): string {
  return randomUUID().slice(0, 8);
}

/** Makes a reporter that writes defects of jobs to a log. */
export function defectReporter(log: Log): ReportDefect {
  return (what, stack) => {
    const incident = newIncident();
    log(`${incident} job ${what}: ${plainStack(stack)}`);
    return incident;
  };
}

/** Makes a reporter that writes defects of handlers to a log. */
export function bugReporter(log: Log): (bug: Bug) => void {
  return ({ incident, call, error }) => {
    log(`${incident} ${call}: ${plainStack(stackOf(error))}`);
  };
}

/** Makes a reporter that writes to a log that a version could not be kept. */
export function lossReporter(log: Log): (error: unknown) => void {
  return (error) => log(`a version was not kept: ${plainStack(stackOf(error))}`);
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.name) : 'Error';
}

/** Makes a reporter that writes to a log that something tried to reach the network. */
export function attemptReporter(path: string): (stack: string) => void {
  const log = openLogFile(path);
  return (stack) => log(`an attempt to reach the network was refused: ${plainStack(stack)}`);
}
