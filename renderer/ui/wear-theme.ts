export type ThemeChoice = 'system' | 'light' | 'dark' | 'high-contrast';
export type ShownTheme = Exclude<ThemeChoice, 'system'>;

export const rememberedAs = 'offtake-theme';

/** What the system asks for; any change of these may change what is shown. */
export const systemWishes = {
  dark: () => matchMedia('(prefers-color-scheme: dark)'),
  contrast: () => matchMedia('(prefers-contrast: more)'),
  /** The system paints all grounds and words itself; what charts draw must stand out on them. */
  forced: () => matchMedia('(forced-colors: active)'),
} as const;

/** Says which theme a choice comes to on this machine at this moment. */
export function shownTheme(choice: ThemeChoice): ShownTheme {
  const { dark, contrast, forced } = systemWishes;
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

export function wear(theme: ShownTheme): void {
  document.documentElement.dataset.theme = theme;
}

function isChoice(value: string | null): value is ThemeChoice {
  return value === 'system' || value === 'light' || value === 'dark' || value === 'high-contrast';
}
