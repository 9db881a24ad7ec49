import { describe, expect, it } from 'vitest';
import {
  createLayout,
  defaultLayout,
  layoutFrom,
  layoutText,
  toggled,
} from '../../../renderer/state/layout.ts';

describe('the layout', () => {
  it('reads back what it wrote, without what is only of the moment', () => {
    const store = createLayout();
    store.setState({ period: 'year', charts: ['fleet'], bottom: 'checks', zoom: [3, 9] });
    const read = layoutFrom(layoutText(store.getState()));
    expect(read).toMatchObject({ period: 'year', charts: ['fleet'], bottom: 'checks' });
    expect('zoom' in read).toBe(false);
  });

  it.each([
    ['nothing', undefined],
    ['no JSON', '{'],
    ['a list', '[1]'],
    [
      'wrong kinds',
      '{"period":"decade","charts":"all","own":[{"id":1}],"bottom":7,"sizes":null,"isCumulative":"yes"}',
    ],
  ])('falls back to the default over %s', (_, text) => {
    expect(layoutFrom(text)).toEqual(defaultLayout);
  });

  it('puts names in and takes them out', () => {
    expect(toggled(['a'], 'b')).toEqual(['a', 'b']);
    expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
  });
});
