import { useCallback } from 'react';
import { isComparisonPage } from '#shared/export/pages/standing-pages.ts';
import { useStores } from '../../state/use-stores.ts';

/**
 * Says with which scenarios an export begins: those that are compared, while the comparison is open or a page of it is pinned; else the
 * one on screen.
 */
export function useScenariosToBegin(): () => readonly string[] {
  const { comparison, documents, layout } = useStores();
  return useCallback(() => {
    const { isOpen, ticked, base } = comparison.store.getState();
    const isAbout = isOpen || layout.getState().pinned.some(isComparisonPage);
    if (isAbout && ticked.length > 1 && base !== null) {
      return [base, ...ticked.filter((id) => id !== base)];
    }
    const active = documents.active();
    return active === null ? [] : [active.id];
  }, [comparison, documents, layout]);
}
