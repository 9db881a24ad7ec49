import type { Block, Lanes } from '../../block/block.ts';
import { pathReader } from '../../lanes/path-reader.ts';
import type { Path } from '../../plan/input.ts';

/** Reads a list price from dated points, linear between them. Unit: USD per chip-hour, at the start of the month. */
export function tablePrice(block: Block, path: Path): Lanes {
  const base = block.cell();
  block.onMonth(pathReader(block, path, base));
  return base;
}
