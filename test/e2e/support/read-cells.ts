import type { Page } from 'playwright-core';

/** Reads the cells on the clipboard: those of the text, and those of the table a spreadsheet would take instead. */
export async function readCells(
  page: Page,
): Promise<{ readonly text: readonly string[][]; readonly html: readonly string[][] }> {
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const form = async (type: string) =>
      item?.types.includes(type) ? (await item.getType(type)).text() : '';
    const text = await form('text/plain');
    const page = new DOMParser().parseFromString(await form('text/html'), 'text/html');
    return {
      text: text.split('\n').map((line) => line.split('\t')),
      html: [...page.querySelectorAll('tr')].map((row) =>
        [...row.querySelectorAll('th, td')].map((cell) => cell.textContent ?? ''),
      ),
    };
  });
}
