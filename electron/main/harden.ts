import { dialog, session, shell, type WebContents } from 'electron';
import { isPageAddress } from './scheme.ts';

/** Copying to the clipboard is the one thing the page may ask of the browser. */
const allowedPermissions = new Set<string>(['clipboard-sanitized-write']);
/** Schemes that never leave the machine. */
const localSchemes = /^(?:app|blob|data|devtools|chrome-extension):/;

/** Keeps a page where it is: no other address, no new window, no embedded guest. */
export function hardenContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isPageAddress(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isPageAddress(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    void offerLink(url);
    return { action: 'deny' };
  });
}

/** Refuses permissions, devices and every request that would leave the machine. */
export function hardenSession(): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(allowedPermissions.has(permission)),
  );
  defaultSession.setPermissionCheckHandler((_contents, permission) => allowedPermissions.has(permission));
  defaultSession.setDevicePermissionHandler(() => false);
  defaultSession.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !localSchemes.test(url) }));
}

/** Opens a link of a source in the user's browser, after asking and only over https. */
async function offerLink(address: string): Promise<void> {
  if (!isPlainHttps(address)) return;
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message: 'Open this link in your browser?',
    detail: address,
    buttons: ['Open', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
  });
  if (response === 0) await shell.openExternal(address);
}

function isPlainHttps(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, username, password } = new URL(address);
  return protocol === 'https:' && username === '' && password === '';
}
