import { useMemo } from 'react';
import { shortTitle } from '#shared/view/compare/short-title.ts';
import { useComparison } from '../../state/comparison/use-comparison.ts';

/** Tones of scenarios by place, as CSS colours. */
export function toneOf(at: number): string {
  return `var(--data-${at + 1})`;
}

/** Names of the ticked scenarios by id, without the words they share with the base. */
export function useNames(): (id: string | null) => string {
  const members = useComparison((state) => state.members);
  const base = useComparison((state) => state.base);
  return useMemo(() => {
    const baseTitle = members.find(({ id }) => id === base)?.title ?? '';
    const names = new Map(
      members.map(({ id, title }) => [id, id === base ? title : shortTitle(title, baseTitle)]),
    );
    return (id) => (id === null ? '' : (names.get(id) ?? id));
  }, [members, base]);
}

/** The outcomes' scenarios by id, with their place among all ticked: their colour. */
export function useColours(): (id: string) => number {
  const ticked = useComparison((state) => state.ticked);
  return (id) => Math.max(0, ticked.indexOf(id));
}
