import { useEffect, useState } from 'react';
import {
  rememberedAs,
  type ShownTheme,
  shownTheme,
  systemWishes,
  type ThemeChoice,
  wear,
} from './wear-theme.ts';

/** Puts the chosen theme on the page and follows the system where it is left to it. */
export function useTheme(choice: ThemeChoice): ShownTheme {
  const [shown, setShown] = useState(() => shownTheme(choice));
  useEffect(() => {
    const follow = () => setShown(shownTheme(choice));
    follow();
    localStorage.setItem(rememberedAs, choice);
    const queries = Object.values(systemWishes).map((query) => query());
    for (const query of queries) query.addEventListener('change', follow);
    return () => {
      for (const query of queries) query.removeEventListener('change', follow);
    };
  }, [choice]);
  if (document.documentElement.dataset.theme !== shown) wear(shown);
  return shown;
}
