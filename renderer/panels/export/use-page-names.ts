import { useMemo } from 'react';
import { standingPages } from '#shared/export/pages/standing-pages.ts';
import { readQuestion } from '#shared/export/questions/question-text.ts';
import { questionWords } from '#shared/export/questions/question-words.ts';
import { plainWishes } from '#shared/export/wishes.ts';
import { measureLabel } from '#shared/view/lens.ts';
import { useActiveRun, useLayout } from '../../state/use-stores.ts';

const alone: Readonly<Record<string, string>> = { compare: 'Comparison: headline figures, central paths' };

/** Gives the name of any page by its id, before anything of it is computed. */
export function usePageNames(): (id: string) => string {
  const projection = useActiveRun().result?.projection ?? null;
  const own = useLayout((state) => state.own);
  return useMemo(() => {
    const labels = new Map(projection?.series.map(({ info }) => [info.id, measureLabel(info)]) ?? []);
    const topics = new Map<string, string>([
      ...standingPages.map(({ id, topic }) => [id, topic] as const),
      ...own.map(({ id, measures }) => [id, measures.join(', ')] as const),
    ]);
    const names = {
      measure: (id: string) => labels.get(id) ?? id,
      chart: (id: string) => topics.get(id) ?? id,
      usualMeasure: plainWishes.of,
    };
    return (id) => {
      const known = alone[id] ?? topics.get(id);
      if (known !== undefined) return known;
      const read = readQuestion(id);
      return read.ok && read.value !== null ? questionWords(read.value, names) : id;
    };
  }, [projection, own]);
}
