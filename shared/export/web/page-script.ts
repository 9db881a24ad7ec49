/**
 * The script of an exported web page: shows what the series say at the period under the pointer, or at the one chosen with the arrow
 * keys. Plain JavaScript, since it runs as it is written here.
 */
export const pageScript = `
'use strict';
for (const figure of document.querySelectorAll('figure[data-chart]')) {
  const data = JSON.parse(document.getElementById(figure.dataset.chart + '-data').textContent);
  const { plot, width, height, labels, ends, series, prefix, suffix } = data;
  const picture = figure.querySelector('svg');
  const reading = figure.querySelector('.reading');
  const cursor = document.createElementNS('http://www.w3.org/2000/svg', 'line');
  cursor.setAttribute('class', 'cursor');
  cursor.setAttribute('y1', plot.top);
  cursor.setAttribute('y2', plot.bottom);
  let chosen = -1;

  const written = (value) => {
    if (value === null || value === undefined) return '\\u2013';
    const size = Math.abs(value);
    const digits = size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.0995 ? 2 : size === 0 ? 0 : 3;
    const text = size.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
    return (value < 0 ? '\\u2212' : '') + prefix + text + suffix;
  };
  const line = (label, value) => {
    const row = document.createElement('span');
    const end = document.createElement('span');
    end.textContent = value;
    row.append(label, end);
    return row;
  };

  const show = (at) => {
    chosen = Math.max(0, Math.min(labels.length - 1, at));
    const span = plot.months[1] - plot.months[0];
    const x = plot.left + ((ends[chosen] - plot.months[0]) / span) * (plot.right - plot.left);
    cursor.setAttribute('x1', x);
    cursor.setAttribute('x2', x);
    picture.append(cursor);
    const head = document.createElement('b');
    head.textContent = labels[chosen];
    reading.replaceChildren(head);
    for (const one of series) {
      const range = one.low ? ' (' + written(one.low[chosen]) + ' to ' + written(one.high[chosen]) + ')' : '';
      reading.append(line(one.label, written(one.values[chosen]) + range));
    }
    reading.hidden = false;
    const share = x / width;
    reading.style.left = share < 0.5 ? 'calc(' + share * 100 + '% + 12px)' : 'auto';
    reading.style.right = share < 0.5 ? 'auto' : 'calc(' + (1 - share) * 100 + '% + 12px)';
  };
  const hide = () => {
    reading.hidden = true;
    cursor.remove();
  };

  figure.addEventListener('pointermove', (event) => {
    const box = picture.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * width;
    const month = plot.months[0] + ((x - plot.left) / (plot.right - plot.left)) * (plot.months[1] - plot.months[0]);
    const found = ends.findIndex((end) => end >= month);
    show(found < 0 ? labels.length - 1 : found);
  });
  figure.addEventListener('pointerleave', hide);
  figure.addEventListener('blur', hide);
  figure.addEventListener('keydown', (event) => {
    const last = labels.length - 1;
    const steps = { ArrowLeft: chosen - 1, ArrowRight: chosen + 1, PageUp: chosen - 12, PageDown: chosen + 12, Home: 0, End: last };
    if (event.key === 'Escape') hide();
    if (!(event.key in steps)) return;
    event.preventDefault();
    show(steps[event.key]);
  });
}
`;
