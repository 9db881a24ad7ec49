const key = 'offtake-token';

/**
 * Takes the token out of the fragment of the page's address, so that it does not stay in the bar or the history, and
 * keeps it for reloads of this tab.
 */
export function takeToken(page: Pick<Window, 'location' | 'history' | 'sessionStorage'>): string {
  const found = /[#&]token=([^&]+)/.exec(page.location.hash)?.[1];
  if (found !== undefined) {
    page.sessionStorage.setItem(key, found);
    page.history.replaceState(null, '', page.location.pathname + page.location.search);
    return found;
  }
  return page.sessionStorage.getItem(key) ?? '';
}
