import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Beyond this a log is put aside and a new one begun; one old one is kept. */
const sizeLimitBytes = 1_000_000;

/** Takes lines for a log. */
export type Log = (line: string) => void;

/**
 * Opens a log on this machine. Writing is synchronous, so that the last line before a crash is there, and never throws:
 * a full disk must not stop the program that reports it.
 */
export function openLogFile(path: string): Log {
  return (line) => {
    try {
      mkdirSync(dirname(path), { recursive: true });
      if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > sizeLimitBytes)
        renameSync(path, `${path}.old`);
      appendFileSync(path, `${new Date().toISOString()} ${line}\n`);
    } catch {
      process.stderr.write(`${line}\n`);
    }
  };
}

const shownCharacters = 8_000;

/** Reads the last lines of a log; nothing where there is none. */
export function readLogFile(path: string): string {
  try {
    const text = readFileSync(path, 'utf8');
    return text.length <= shownCharacters
      ? text
      : text.slice(text.indexOf('\n', text.length - shownCharacters) + 1);
  } catch {
    return '';
  }
}
