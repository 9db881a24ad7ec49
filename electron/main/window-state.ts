import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Rectangle, screen } from 'electron';

/** Where a window was when it was last closed. */
export interface WindowState {
  readonly bounds: Partial<Rectangle> & { readonly width: number; readonly height: number };
  readonly isMaximized: boolean;
}

const first: WindowState = { bounds: { width: 1440, height: 900 }, isMaximized: false };

/** Reads where the window was; the usual size when that is unknown or on a screen that is no longer there. */
export function readWindowState(path: string): WindowState {
  try {
    const content: unknown = JSON.parse(readFileSync(path, 'utf8'));
    const { bounds, isMaximized } = Object(content) as { bounds?: unknown; isMaximized?: unknown };
    return isVisible(bounds) ? { bounds, isMaximized: isMaximized === true } : first;
  } catch {
    return first;
  }
}

/** Writes where the window is. Losing it is no harm, so a failure is not told. */
export function writeWindowState(path: string, state: WindowState): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${JSON.stringify(state)}\n`);
  } catch {
    // The next start begins at the usual size.
  }
}

function isVisible(value: unknown): value is Rectangle {
  const { x, y, width, height } = Object(value) as Partial<Record<keyof Rectangle, unknown>>;
  if (![x, y, width, height].every((part) => Number.isInteger(part))) return false;
  const bounds = value as Rectangle;
  const { workArea } = screen.getDisplayMatching(bounds);
  const isReachable =
    bounds.x < workArea.x + workArea.width &&
    bounds.x + bounds.width > workArea.x &&
    bounds.y >= workArea.y &&
    bounds.y < workArea.y + workArea.height;
  return isReachable && bounds.width >= 400 && bounds.height >= 300;
}
