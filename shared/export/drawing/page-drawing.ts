import type { ExportPage, PageBody } from '../pages/page.ts';
import { chartItems } from './chart-items.ts';
import { colours } from './colours.ts';
import { curveItems } from './curve-items.ts';
import { distributionItems } from './distribution-items.ts';
import type { Box, Drawing, Label, Plot, Shape } from './drawing.ts';
import { flowItems } from './flow-items.ts';
import { frame } from './frame.ts';
import { heatItems } from './heat-items.ts';
import { milestoneItems } from './milestone-items.ts';
import { panelItems } from './panel-items.ts';
import { tableItems } from './table-items.ts';
import { tornadoItems } from './tornado-items.ts';
import { waterfallItems } from './waterfall-items.ts';

/** The size of a picture in points. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** As wide as a slide. */
export const pictureSize: PictureSize = { width: 960, height: 540 };

/** What a body is drawn with: its items, and where its values lie if it has axes. */
export interface Drawn {
  readonly items: readonly (Shape | Label)[];
  readonly plot: Plot | null;
}

/** Draws a page as a finished picture: finding above, footnotes below. */
export function pageDrawing(page: ExportPage, size: PictureSize = pictureSize): Drawing {
  const words = { ...page, topic: topicLine(page) };
  const { items, room } = frame(words, size.width, size.height);
  const body = bodyItems(page.body, room);
  return {
    ...size,
    background: colours.surface,
    title: page.finding,
    description: page.spoken,
    items: [...items, ...body.items],
    plot: body.plot,
  };
}

/** Draws what a page shows without the words around it, for a medium that has its own. */
export function bodyDrawing(page: ExportPage, size: PictureSize): Drawing {
  const room = { left: 0, top: 8, right: size.width, bottom: size.height };
  const body = bodyItems(page.body, room);
  return { ...size, background: null, title: page.finding, description: page.spoken, ...body };
}

/** Says what a page is about and in which unit. */
export function topicLine({ topic, body }: Pick<ExportPage, 'topic' | 'body'>): string {
  const unit = unitOf(body);
  return unit === '' ? topic : `${topic}, ${unit}`;
}

function unitOf(body: PageBody): string {
  switch (body.kind) {
    case 'chart':
      return body.view.unit;
    case 'waterfall':
      return body.waterfall.unit;
    case 'tornado':
      return body.tornado.unit;
    case 'heat-map':
      return body.heatMap.unit;
    case 'flows':
      return body.flows.unit;
    case 'distribution':
      return body.distribution.unit;
    case 'curve':
      return body.curve.unit;
    case 'panels':
      return body.panels.views[0]?.unit ?? '';
    case 'milestones':
    case 'table':
      return '';
  }
}

function bodyItems(body: PageBody, room: Box): Drawn {
  switch (body.kind) {
    case 'chart':
      return chartItems(body.view, room);
    case 'table':
      return { items: tableItems(body.table, room), plot: null };
    case 'waterfall':
      return { items: waterfallItems(body.waterfall, room), plot: null };
    case 'tornado':
      return { items: tornadoItems(body.tornado, room), plot: null };
    case 'flows':
      return { items: flowItems(body.flows, room), plot: null };
    case 'heat-map':
      return { items: heatItems(body.heatMap, room), plot: null };
    case 'distribution':
      return { items: distributionItems(body.distribution, room), plot: null };
    case 'curve':
      return { items: curveItems(body.curve, room), plot: null };
    case 'panels':
      return { items: panelItems(body.panels, room), plot: null };
    case 'milestones':
      return { items: milestoneItems(body.milestones, room), plot: null };
  }
}
