import { spawn } from 'node:child_process';

/** Tries to show an address in the default browser. Whether that works cannot be known, so it never fails. */
export function openBrowser(address: string): void {
  const [command, ...args] = opener(address);
  if (command === undefined) return;
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

function opener(address: string): string[] {
  if (process.platform === 'darwin') return ['open', address];
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', address];
  const hasDisplay = Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
  return hasDisplay ? ['xdg-open', address] : [];
}
