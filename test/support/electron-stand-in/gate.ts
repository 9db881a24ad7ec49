/**
 * When the app is ready. As in Electron, that is never before the main entry has been evaluated to its end, so an entry
 * that waits for it at its top level waits for ever.
 */
let isOpen = false;
let open: () => void = () => undefined;
const opened = new Promise<void>((resolve) => {
  open = resolve;
});

export const gate = {
  isOpen: () => isOpen,
  whenOpen: () => opened,
  open: () => {
    isOpen = true;
    open();
  },
};

/** Throws, as Electron does, when something is used too early. */
export function mustBeReady(what: string): void {
  if (!isOpen) throw new Error(`${what} cannot be used before the app is ready`);
}

/** Throws, as Electron does, when something is used too late. */
export function mustNotBeReady(what: string): void {
  if (isOpen) throw new Error(`${what} should be called before the app is ready`);
}
