import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'electron';
import { type Instruction, instructions, tell } from './control.ts';
import { gate, mustNotBeReady } from './gate.ts';
import { switches } from './switches.ts';

type Part = Pick<
  App,
  | 'whenReady'
  | 'isReady'
  | 'quit'
  | 'exit'
  | 'getPath'
  | 'getVersion'
  | 'requestSingleInstanceLock'
  | 'isPackaged'
  | 'enableSandbox'
>;

class AppStandIn extends EventEmitter implements Part {
  readonly isPackaged = process.env['STAND_IN_IS_PACKAGED'] !== undefined;
  readonly commandLine: Pick<App['commandLine'], 'appendSwitch'> = {
    appendSwitch: (name, value) => {
      mustNotBeReady('commandLine.appendSwitch');
      switches.push(value === undefined ? `--${name}` : `--${name}=${value}`);
      tell({ kind: 'switch', name, value: value ?? '' });
    },
  };
  #isQuitting = false;

  whenReady(): Promise<void> {
    return gate.whenOpen();
  }

  isReady(): boolean {
    return gate.isOpen();
  }

  getVersion(): string {
    return '0.0.0';
  }

  /** Each kind of folder below one that the test has made. */
  getPath(name: Parameters<App['getPath']>[0]): string {
    const path = join(process.env['STAND_IN_HOME'] ?? tmpdir(), name);
    mkdirSync(path, { recursive: true });
    return path;
  }

  enableSandbox(): void {
    mustNotBeReady('app.enableSandbox');
    tell({ kind: 'sandboxed' });
  }

  requestSingleInstanceLock(): boolean {
    return process.env['STAND_IN_IS_SECOND'] === undefined;
  }

  /** Asks every window to close and ends only when all have; a window may refuse. */
  quit(): void {
    if (this.#isQuitting) return;
    this.#isQuitting = true;
    this.emit('before-quit', { preventDefault: () => undefined });
    this.emit('close-all-windows', (isRefused: boolean) => {
      this.#isQuitting = false;
      if (isRefused) return;
      this.emit('will-quit', { preventDefault: () => undefined });
      this.emit('quit', {}, 0);
      setTimeout(() => process.exit(0), 50);
    });
  }

  exit(code = 0): void {
    process.exit(code);
  }
}

export const app = new AppStandIn();

instructions.on('quit', () => app.quit());
instructions.on('emit', (instruction: Extract<Instruction, { kind: 'emit' }>) => {
  const event = { preventDefault: () => undefined };
  if (instruction.event === 'open-file') app.emit('open-file', event, instruction.path);
  else app.emit('second-instance', event, instruction.args, process.cwd(), {});
});
