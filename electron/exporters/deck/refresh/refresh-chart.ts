import type { Document, Element } from '@xmldom/xmldom';
import {
  allSeries,
  type ChartGroup,
  type NativeChart,
  type NativeSeries,
} from '#shared/export/deck/native-chart.ts';
import { child, children, fragment, remove, replace, within } from '../../open-xml/dom.ts';
import { element as xmlElement } from '../../open-xml/xml.ts';
import { axisIds } from '../chart/axes-xml.ts';
import { groupXml, hiddenEntries } from '../chart/chart-xml.ts';
import { categoriesXml, labelsXml, nameXml, seriesXml, valuesXml } from '../chart/series-xml.ts';
import { readSeries, type StandingSeries } from './chart-data.ts';
import { isSecondAxis, refreshRange } from './refresh-range.ts';

/** Puts new numbers into a chart part; how it looks stays, down to every colour and width set by hand. */
export function refreshChart(part: Document, chart: NativeChart): void {
  const standing = readSeries(part);
  const used = new Set<StandingSeries>();
  const before = standing.map(({ label }) => label);
  const labels = allSeries(chart).map(({ label }) => label);
  let place = 0;
  for (const group of chart.groups) {
    for (const series of group.series) {
      const known = matching(series, group, standing, used, labels);
      if (known === null) insertSeries(part, chart, group, series, place);
      else {
        used.add(known);
        updateSeries(known.element, chart, group, series, place);
      }
      place += 1;
    }
  }
  for (const one of standing) if (!used.has(one)) removeSeries(one.element);
  for (const group of chart.groups) settleGrouping(part, group);
  if (before.join('\n') !== labels.join('\n')) refreshKey(part, chart);
  refreshRange(part, chart);
}

/** A series is known by its name; one that has a new name takes the place, and the looks, of one of its kind that is gone. */
function matching(
  series: NativeSeries,
  group: ChartGroup,
  standing: readonly StandingSeries[],
  used: ReadonlySet<StandingSeries>,
  labels: readonly string[],
): StandingSeries | null {
  const free = standing.filter((one) => !used.has(one) && one.kind === group.kind);
  const named = free.find(({ label }) => label === series.label);
  return named ?? free.find(({ label }) => !labels.includes(label)) ?? null;
}

function updateSeries(
  old: Element,
  chart: NativeChart,
  group: ChartGroup,
  series: NativeSeries,
  place: number,
): void {
  const document = old.ownerDocument;
  if (document === null) return;
  child(old, 'c:idx')?.setAttribute('val', String(place));
  child(old, 'c:order')?.setAttribute('val', String(place));
  const put = (name: string, xml: string, before: readonly string[]) => {
    const made = fragment(document, xml);
    const known = child(old, name);
    if (known !== null) replace(known, made);
    else old.insertBefore(made, before.map((one) => child(old, one)).find((one) => one !== null) ?? null);
  };
  put('c:tx', nameXml(series.label, place), ['c:spPr', 'c:marker', 'c:cat', 'c:val']);
  put('c:cat', xmlElement('c:cat', {}, categoriesXml(chart.categories)), ['c:val', 'c:smooth']);
  put('c:val', xmlElement('c:val', {}, valuesXml(series.values, place)), ['c:smooth']);
  refreshLabels(old, series, group, put);
}

/** Where labels stand at the same points their words are put into what is there; else they are written anew. */
function refreshLabels(
  old: Element,
  series: NativeSeries,
  group: ChartGroup,
  put: (name: string, xml: string, before: readonly string[]) => void,
): void {
  const holder = child(old, 'c:dLbls');
  const standing = holder === null ? [] : children(holder, 'c:dLbl');
  const at = (label: Element) => Number(child(label, 'c:idx')?.getAttribute('val'));
  const labels = [...series.pointLabels].sort((a, b) => a.at - b.at);
  const isSame =
    standing.length === labels.length &&
    labels.every((label, index) => at(standing[index] ?? old) === label.at);
  if (isSame) {
    labels.forEach(({ text }, index) => {
      const words = within(standing[index] ?? old, 'a:t');
      const [first] = words;
      if (first !== undefined) first.textContent = text;
    });
    return;
  }
  if (labels.length > 0)
    put('c:dLbls', labelsXml(labels, group), ['c:trendline', 'c:errBars', 'c:cat', 'c:val']);
  else if (holder !== null && standing.length > 0) for (const label of standing) remove(label);
}

function insertSeries(
  part: Document,
  chart: NativeChart,
  group: ChartGroup,
  series: NativeSeries,
  place: number,
): void {
  const [plot] = within(part, 'c:plotArea');
  if (plot === undefined) return;
  const name = `c:${group.kind}Chart`;
  const known = children(plot, name)[0];
  if (known !== undefined) {
    const made = fragment(part, seriesXml(series, group, chart.categories, place));
    const last = children(known, 'c:ser').at(-1);
    known.insertBefore(made, last?.nextSibling ?? child(known, 'c:axId'));
    return;
  }
  const ids = axisIdsIn(plot, group.isOnSecond);
  if (ids === null) return;
  const made = fragment(part, groupXml({ ...group, series: [series] }, chart.categories, place));
  children(made, 'c:axId').forEach((axis, at) => {
    axis.setAttribute('val', ids[at] ?? '');
  });
  const axis = children(plot).find(({ localName }) => localName?.endsWith('Ax') ?? false);
  plot.insertBefore(made, axis ?? null);
}

/** The axes of a deck that another program saved have numbers of its own; null where the chart lacks the one on the right. */
function axisIdsIn(plot: Element, isOnSecond: boolean): readonly string[] | null {
  if (isOnSecond) {
    const axis = children(plot, 'c:valAx').find(isSecondAxis);
    const [own, crossed] = ['c:axId', 'c:crossAx'].map((name) =>
      child(axis ?? null, name)?.getAttribute('val'),
    );
    return own && crossed ? [crossed, own] : null;
  }
  const ids = children(plot).flatMap((one) => children(one, 'c:axId'));
  return [axisIds.category, axisIds.value].map((usual, at) => ids[at]?.getAttribute('val') ?? String(usual));
}

function removeSeries(series: Element): void {
  const group = series.parentNode as Element | null;
  remove(series);
  if (group !== null && children(group, 'c:ser').length === 0) remove(group);
}

/** Whether series are stacked is part of what they say, and some programs stack all that is in a chart when one thing is. */
function settleGrouping(part: Document, group: ChartGroup): void {
  const grouping = group.isStacked ? 'stacked' : group.kind === 'bar' ? 'clustered' : 'standard';
  for (const element of within(part, `c:${group.kind}Chart`)) {
    child(element, 'c:grouping')?.setAttribute('val', grouping);
  }
}

/** The key names series by number; when they are others, what it hides must be said anew. */
function refreshKey(part: Document, chart: NativeChart): void {
  const [key] = within(part, 'c:legend');
  if (key === undefined) return;
  for (const entry of children(key, 'c:legendEntry')) remove(entry);
  const after = child(key, 'c:legendPos')?.nextSibling ?? key.firstChild;
  for (const xml of hiddenEntries(chart)) key.insertBefore(fragment(part, xml), after);
}
