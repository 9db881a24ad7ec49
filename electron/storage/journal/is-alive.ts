import { codeOf } from '../file-fault.ts';

/** Says whether a process of that number is running, without disturbing it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user may not be asked, which says that it is there.
    return codeOf(error) === 'EPERM';
  }
}
