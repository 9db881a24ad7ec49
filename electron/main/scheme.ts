import { protocol } from 'electron';
import { findPageFile } from '../service/page-files.ts';

const scheme = 'app';
const host = 'offtake';

/** The address of the page; nothing else is ever shown in a window. */
export const pageAddress = `${scheme}://${host}/index.html`;

/** Says whether an address belongs to the page. */
export function isPageAddress(address: string): boolean {
  return address.startsWith(`${scheme}://${host}/`);
}

/** Makes the page's own scheme as good as https to the browser; must come before the app is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the built page, and nothing but it, under the page's own scheme. */
export function servePage(folder: string): void {
  protocol.handle(scheme, async (request) => {
    const { hostname, pathname } = new URL(request.url);
    const file = request.method === 'GET' && hostname === host ? await findPageFile(folder, pathname) : null;
    return file === null
      ? new Response('There is no such file.\n', { status: 404, headers: { 'content-type': 'text/plain' } })
      : new Response(file.bytes, { headers: file.headers });
  });
}
