import { type BrowserWindow, ipcMain, type WebContents, type WebFrameMain } from 'electron';
import { ipcChannels } from '#shared/contract/bridge.ts';
import type { MenuCommand } from '#shared/contract/menu-commands.ts';
import type { Service, Session } from '../service/service.ts';
import { windowShell } from './dialogs.ts';
import { isPageAddress } from './scheme.ts';

/** The way between windows and the service. */
export interface Door {
  /** Gives a window a session for as long as it lives, and a new one whenever its page is loaded anew. */
  readonly openSession: (window: BrowserWindow) => void;
  /** Asks the page of a window to show a file of this machine. */
  readonly request: (window: BrowserWindow, path: string) => void;
  /** Files of a window whose unsaved texts are in the journal. */
  readonly unsaved: (window: BrowserWindow) => ReturnType<Session['unsaved']>;
  readonly sendToFocused: (window: BrowserWindow | null, command: MenuCommand) => void;
}

/** Answers the calls of trusted pages over two channels: one to ask, one to be told. */
export function answerCalls(service: Service): Door {
  const sessions = new Map<number, Session>();

  ipcMain.handle(ipcChannels.call, async (event, name: unknown, input: unknown) => {
    const session = isTrusted(event.sender, event.senderFrame) ? sessions.get(event.sender.id) : undefined;
    if (session === undefined) {
      return { ok: false, error: { kind: 'invalid-call', message: 'This page may not call.' } };
    }
    return session.dispatch(name, input);
  });

  function begin(window: BrowserWindow): void {
    const { webContents } = window;
    sessions.get(webContents.id)?.close();
    const session = service.openSession(windowShell(window), (name, payload) => {
      if (!webContents.isDestroyed()) webContents.send(ipcChannels.event, name, payload);
    });
    sessions.set(webContents.id, session);
  }

  return {
    openSession: (window) => {
      const { id } = window.webContents;
      begin(window);
      let isFirst = true;
      window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
        if (!isMainFrame || isSameDocument) return;
        // The runs of the page before are of no use to the one that is loading now.
        if (!isFirst) begin(window);
        isFirst = false;
      });
      window.on('closed', () => {
        sessions.get(id)?.close();
        sessions.delete(id);
      });
    },
    request: (window, path) => {
      const session = sessions.get(window.webContents.id);
      void session?.openPath(path).then((opened) => {
        if (opened.ok) session.emit('scenario.requested', { id: opened.value.ref.id });
      });
    },
    unsaved: (window) => (window.isDestroyed() ? [] : (sessions.get(window.webContents.id)?.unsaved() ?? [])),
    sendToFocused: (window, command) => {
      if (window !== null) sessions.get(window.webContents.id)?.emit('menu.command', { command });
    },
  };
}

/** Trusts the main frame of a window while it shows the page, and nothing else. */
function isTrusted(sender: WebContents, frame: WebFrameMain | null): boolean {
  return frame !== null && frame === sender.mainFrame && isPageAddress(frame.url);
}
