import { standingPages } from '#shared/export/pages/standing-pages.ts';
import { useExport } from '../../state/export/use-exporter.ts';
import { useLayout } from '../../state/use-stores.ts';

/** Lists every page there is for the scenarios chosen, besides those that ask something of their own: the user's charts included. */
export function useChoosablePages(): readonly string[] {
  const own = useLayout((state) => state.own);
  const isPair = useExport((state) => state.draft.scenarios.length > 1);
  return [
    ...(isPair ? ['compare', 'bridge', 'milestones'] : []),
    ...standingPages.map(({ id }) => id),
    ...own.map(({ id }) => id),
  ];
}
