import { useEffect, useState } from 'react';

export type ThemeChoice = 'system' | 'light' | 'dark' | 'high-contrast';
export type ShownTheme = Exclude<ThemeChoice, 'system'>;

const rememberedAs = 'offtake-theme';
const dark = () => matchMedia('(prefers-color-scheme: dark)');
const contrast = () => matchMedia('(prefers-contrast: more)');
/** The system paints all grounds and words itself; what charts draw must stand out on them. */
const forced = () => matchMedia('(forced-colors: active)');

/** Says which theme a choice comes to on this machine at this moment. */
export function shownTheme(choice: ThemeChoice): ShownTheme {
  if (forced().matches) return dark().matches ? 'high-contrast' : 'light';
  if (choice !== 'system') return choice;
  if (contrast().matches) return 'high-contrast';
  return dark().matches ? 'dark' : 'light';
}

/** Puts on the theme of the last time before anything is painted. */
export function wearRememberedTheme(): void {
  const remembered = localStorage.getItem(rememberedAs);
  wear(shownTheme(isChoice(remembered) ? remembered : 'system'));
}

/** Puts the chosen theme on the page and follows the system where it is left to it. */
export function useTheme(choice: ThemeChoice): ShownTheme {
  const [shown, setShown] = useState(() => shownTheme(choice));
  useEffect(() => {
    const follow = () => setShown(shownTheme(choice));
    follow();
    localStorage.setItem(rememberedAs, choice);
    const queries = [dark(), contrast(), forced()];
    for (const query of queries) query.addEventListener('change', follow);
    return () => {
      for (const query of queries) query.removeEventListener('change', follow);
    };
  }, [choice]);
  if (document.documentElement.dataset.theme !== shown) wear(shown);
  return shown;
}

function wear(theme: ShownTheme): void {
  document.documentElement.dataset.theme = theme;
}

function isChoice(value: string | null): value is ThemeChoice {
  return value === 'system' || value === 'light' || value === 'dark' || value === 'high-contrast';
}
