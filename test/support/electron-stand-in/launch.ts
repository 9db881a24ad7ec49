import { type ChildProcess, fork } from 'node:child_process';
import { resolve } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { bundle } from '../bundle.ts';
import { shortLived } from '../short-lived.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import type { Happening, Instruction } from './control.ts';

/** The app under test: its real main and preload, over the stand-in, in a process of its own. */
export interface RunningApp {
  readonly page: Page;
  readonly home: string;
  /** Tells the stand-in to do something a user or the system would. */
  readonly tell: (instruction: Instruction) => void;
  /** Everything heard so far. */
  readonly happenings: readonly Happening[];
  readonly heard: <K extends Happening['kind']>(kind: K) => Promise<Extract<Happening, { kind: K }>>;
  /** Resolves with the exit code when the app has ended. */
  readonly ended: Promise<number | null>;
  /** Ends it as a loss of power would: at once, and without a word. */
  readonly kill: () => Promise<void>;
}

/** How the app is to be started. */
export interface LaunchOptions {
  readonly library: string;
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Another main entry than the built one. */
  readonly main?: string;
  /** What it remembers from an earlier start; nothing unless said. */
  readonly home?: string;
}

const patienceMilliseconds = 30_000;

/** Starts a process over the stand-in without waiting for a window. */
export async function startApp(options: LaunchOptions): Promise<Omit<RunningApp, 'page'>> {
  const standIn = await bundle('test/support/electron-stand-in/electron.ts', ['playwright-core', 'electron']);
  const home = options.home ?? (await temporaryFolder());
  const main = resolve(options.main ?? 'dist/main/start.js');
  const child = fork(
    resolve('test/support/electron-stand-in/boot.mjs'),
    [standIn, main, '--library', options.library, ...(options.args ?? [])],
    {
      execArgv: [...shortLived],
      env: { ...process.env, ...options.environment, STAND_IN_HOME: home, OFFTAKE_MEMORY: home },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  );
  onTestFinished(() => stop(child));
  const happenings: Happening[] = [];
  child.on('message', (happening: Happening) => happenings.push(happening));
  const ended = new Promise<number | null>((done) => child.on('exit', (code) => done(code)));
  return {
    home,
    tell: (instruction) => child.send(instruction),
    happenings,
    heard: (kind) => hear(child, happenings, kind),
    ended,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Starts the app and waits for its window. */
export async function launchApp(options: LaunchOptions): Promise<RunningApp> {
  const app = await startApp(options);
  const { port } = await app.heard('browser');
  await app.heard('loaded');
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  onTestFinished(() => browser.close());
  return { ...app, page: firstPage(browser) };
}

function firstPage(browser: Browser): Page {
  const page = browser.contexts()[0]?.pages()[0];
  if (page === undefined) throw new Error('the browser shows no page');
  return page;
}

function hear<K extends Happening['kind']>(
  child: ChildProcess,
  happenings: readonly Happening[],
  kind: K,
): Promise<Extract<Happening, { kind: K }>> {
  type Wanted = Extract<Happening, { kind: K }>;
  return new Promise((found, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`the app said nothing of ${kind}`)),
      patienceMilliseconds,
    );
    const look = (): void => {
      const failed = happenings.find((happening) => happening.kind === 'failed');
      const wanted = happenings.find((happening): happening is Wanted => happening.kind === kind);
      if (wanted === undefined && failed === undefined) return;
      clearTimeout(timer);
      child.off('message', look);
      if (wanted !== undefined) found(wanted);
      else reject(new Error(failed?.message));
    };
    child.on('message', look);
    look();
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (!child.connected) return;
  const isGone = new Promise((done) => child.once('exit', done));
  child.disconnect();
  const patience = setTimeout(() => child.kill('SIGKILL'), 3_000);
  await isGone;
  clearTimeout(patience);
}
