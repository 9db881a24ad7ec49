import { app, dialog, session, shell, type WebContents } from 'electron';
import { isPageAddress } from './scheme.ts';

/** Copying to the clipboard is the one thing the page may ask of the browser. */
const allowedPermissions = new Set<string>(['clipboard-sanitized-write']);
/** Schemes that never leave the machine. */
const localSchemes = /^(?:app|blob|data|devtools):/;

/**
 * What Chromium does on its own account, switched off: it looks up no name, fetches no component, no dictionary, no
 * page in advance, and reports to nobody.
 */
const switches: readonly (readonly [string, string?])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['dns-prefetch-disable'],
  ['no-pings'],
];

/** Puts every page there will ever be into the sandbox and keeps Chromium itself off the network; before the app is ready. */
export function stayInside(): void {
  app.enableSandbox();
  for (const [name, value] of switches) app.commandLine.appendSwitch(name, value);
}

/** Keeps a page where it is: no other address, no new window, no embedded guest, no way around the session's rules. */
export function hardenContents(contents: WebContents): void {
  const stay = (event: { readonly url: string; readonly preventDefault: () => void }): void => {
    if (!isPageAddress(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.setWindowOpenHandler(({ url }) => {
    void offerLink(url);
    return { action: 'deny' };
  });
}

/** Refuses permissions, devices, downloads and every request that would leave the machine. */
export function hardenSession(): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(allowedPermissions.has(permission)),
  );
  defaultSession.setPermissionCheckHandler((_contents, permission) => allowedPermissions.has(permission));
  defaultSession.setDevicePermissionHandler(() => false);
  defaultSession.setSpellCheckerEnabled(false);
  defaultSession.on('will-download', (event) => event.preventDefault());
  defaultSession.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !localSchemes.test(url) }));
}

/** Whether a question about a link is on the screen: a page that asks again and again must not bury the user in them. */
let isAsking = false;

/** Opens a link of a source in the user's browser, after asking and only over https. */
async function offerLink(address: string): Promise<void> {
  if (isAsking || !isPlainHttps(address)) return;
  isAsking = true;
  const { response } = await dialog
    .showMessageBox({
      type: 'question',
      message: 'Open this link in your browser?',
      detail: address,
      buttons: ['Open', 'Cancel'],
      defaultId: 1,
      cancelId: 1,
    })
    .finally(() => {
      isAsking = false;
    });
  if (response === 0) await shell.openExternal(address);
}

function isPlainHttps(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, username, password } = new URL(address);
  return protocol === 'https:' && username === '' && password === '';
}
