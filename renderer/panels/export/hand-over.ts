import type { SavedExport } from '#shared/contract/calls.ts';

/** Lets the browser save what the machine could not write itself; does nothing where it has been written. */
export function handOver({ name, mime, download }: SavedExport): void {
  if (download === null) return;
  const address = URL.createObjectURL(new Blob([Uint8Array.from(download)], { type: mime }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the address after the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
