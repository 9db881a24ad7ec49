import { describe, expect, it } from 'vitest';
import { type Room, rooms } from './rules.ts';
import { cycles, type Import, sources } from './sources.ts';

const files = sources('shared', 'electron', 'renderer');

const roomOf = (path: string): Room | undefined => rooms.find((room) => path.startsWith(room.prefix));

function mayImport(room: Room, one: Import): boolean {
  if (one.target !== null) {
    const target = one.target;
    if (target.startsWith(room.prefix) || room.mayImport.some((prefix) => target.startsWith(prefix)))
      return true;
    return room.mayImport.length === 0 && target.startsWith(room.prefix);
  }
  return room.packages.some((name) =>
    name.endsWith(':')
      ? one.specifier.startsWith(name)
      : one.specifier === name || one.specifier.startsWith(`${name}/`),
  );
}

describe('the walls', () => {
  it('looks at a real tree', () => {
    expect(files.length).toBeGreaterThan(20);
    expect(files.flatMap((file) => file.imports).length).toBeGreaterThan(50);
  });

  it('gives every source file a room', () => {
    expect(files.filter((file) => roomOf(file.path) === undefined).map((file) => file.path)).toEqual([]);
  });

  it('lets imports point only where the table allows', () => {
    const wrong = files.flatMap((file) => {
      const room = roomOf(file.path);
      if (room === undefined) return [];
      return file.imports
        .filter((one) => !mayImport(room, one))
        .map((one) => `${file.path} → ${one.specifier}`);
    });
    expect(wrong).toEqual([]);
  });

  it('has no ring of files that import one another at run time', () => {
    expect(cycles(files)).toEqual([]);
  });

  it('would see a planted ring and a planted wrong direction', () => {
    const planted = (path: string, target: string) => ({
      path,
      text: '',
      lines: 1,
      imports: [{ specifier: target, target, isTypeOnly: false }],
    });
    expect(cycles([planted('a.ts', 'b.ts'), planted('b.ts', 'a.ts')])).toHaveLength(1);
    const engine = rooms.find((room) => room.prefix === 'shared/engine/');
    expect(engine).toBeDefined();
    if (engine === undefined) return;
    expect(
      mayImport(engine, { specifier: '../view/x.ts', target: 'shared/view/x.ts', isTypeOnly: false }),
    ).toBe(false);
    expect(mayImport(engine, { specifier: 'yaml', target: null, isTypeOnly: false })).toBe(false);
  });
});
