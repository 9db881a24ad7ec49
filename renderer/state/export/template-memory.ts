import type { PickedTemplate } from './export-draft.ts';

const place = { database: 'offtake', store: 'templates', key: 'last' } as const;

/** Gives the template used last, mapped as it was then; null where none is remembered or the page may keep nothing. */
export async function recallTemplate(): Promise<PickedTemplate | null> {
  try {
    const found = await inStore('readonly', (store) => store.get(place.key));
    return isTemplate(found) ? found : null;
  } catch {
    return null;
  }
}

/** Remembers a template for the next time; a page that may keep nothing forgets it. */
export async function rememberTemplate(template: PickedTemplate): Promise<void> {
  await inStore('readwrite', (store) => store.put(template, place.key)).catch(() => undefined);
}

async function inStore(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest,
): Promise<unknown> {
  const opening = indexedDB.open(place.database, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(place.store);
  await settled(opening);
  const database = opening.result;
  try {
    const request = work(database.transaction(place.store, mode).objectStore(place.store));
    await settled(request);
    return request.result;
  } finally {
    database.close();
  }
}

function settled(request: IDBRequest): Promise<void> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}

/** What an older program kept may look otherwise. */
function isTemplate(value: unknown): value is PickedTemplate {
  if (typeof value !== 'object' || value === null) return false;
  const { deck, description, mapping } = value as Partial<PickedTemplate>;
  return (
    deck instanceof Uint8Array && Array.isArray(description?.layouts) && typeof mapping?.page === 'string'
  );
}
