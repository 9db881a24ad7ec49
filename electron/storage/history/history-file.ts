import { type EditHistory, soundHistory } from '#shared/base/edit-history.ts';
import { decodeHistory } from '#shared/contract/decoders.ts';
import { sumOf } from '../journal/record.ts';

/** Writes a history as a file: its sum, the file it is about, and what can be taken back. */
export function encodeHistoryFile(id: string, history: EditHistory): Buffer {
  const json = JSON.stringify({ id, history });
  return Buffer.from(`${sumOf(json)} ${json}\n`);
}

/** Reads a history of a file; null for one that is damaged, cut off, or about another file. */
export function decodeHistoryFile(id: string, bytes: Buffer): EditHistory | null {
  const line = bytes.toString('utf8').trimEnd();
  const cut = line.indexOf(' ');
  const json = line.slice(cut + 1);
  if (line.slice(0, cut) !== sumOf(json)) return null;
  try {
    const { id: of, history } = JSON.parse(json) as { readonly id?: unknown; readonly history?: unknown };
    const decoded = of === id ? decodeHistory(history) : null;
    return decoded?.ok ? soundHistory(decoded.value) : null;
  } catch {
    return null;
  }
}
