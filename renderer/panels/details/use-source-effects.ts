import { useMemo } from 'react';
import type { SourcesResult } from '#shared/view/analysis/answers.ts';
import { type SourcesView, sourcesView } from '#shared/view/analysis/sources.ts';
import { headlineMeasuresOf } from '#shared/view/headline.ts';
import { type Answer, useAnswer } from '../../state/analysis/use-answer.ts';
import { useActiveRun } from '../../state/use-stores.ts';

/** Asks what the disagreements of sources do to the headline figures of the scenario on screen. */
export function useSourceEffects(isWanted: boolean): {
  readonly answer: Answer<SourcesResult>;
  readonly view: SourcesView | null;
} {
  const { result } = useActiveRun();
  const projection = result?.projection ?? null;
  const infos = useMemo(
    () => new Map(projection?.series.map(({ info }) => [info.id, info]) ?? []),
    [projection],
  );
  const measures = projection === null ? [] : headlineMeasuresOf(projection);
  const question = isWanted && measures.length > 0 ? { measures, at: null } : null;
  const answer = useAnswer('analysis.sources', question);
  const { value } = answer;
  const view = useMemo(() => {
    if (value === null || projection === null) return null;
    const known = value.measures.flatMap((id) => infos.get(id) ?? []);
    return known.length === value.measures.length ? sourcesView(known, projection.start, value) : null;
  }, [value, projection, infos]);
  return { answer, view };
}
