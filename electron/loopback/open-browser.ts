import { spawn } from 'node:child_process';

/** Tries to show an address in the default browser. Whether that works cannot be known, so it never fails. */
export function openBrowser(address: string): void {
  const [command, ...args] = openerOf(process.platform, process.env);
  if (command === undefined) return;
  const child = spawn(command, [...args, address], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

/** Gives the command by which a system opens an address; nothing where there is no screen to open it on. */
export function openerOf(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): readonly string[] {
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  const hasDisplay = Boolean(environment['DISPLAY'] || environment['WAYLAND_DISPLAY']);
  return hasDisplay ? ['xdg-open'] : [];
}
