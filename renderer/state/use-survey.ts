import { useEffect } from 'react';
import type { Survey } from './survey.ts';
import { useActiveDocument, useStores } from './use-stores.ts';

/** What the scenario on screen is made of, for a panel that shows it: while it stands there it follows every key. */
export function useSurvey(): Survey | null {
  const { surveyor } = useStores();
  useEffect(() => surveyor.attend(), [surveyor]);
  return useActiveDocument()?.survey ?? null;
}
