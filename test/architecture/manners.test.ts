import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, sources } from './sources.ts';

const code = sources('shared', 'electron', 'renderer');
const all = sources('shared', 'electron', 'renderer', 'test');

function matching(files: readonly { path: string; text: string }[], pattern: RegExp): string[] {
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1} ${line.trim()}`] : [])),
  );
}

/** The same file with its comments blanked out, line by line. */
function withoutComments({ path, text }: { path: string; text: string }): { path: string; text: string } {
  const blank = (comment: string): string => comment.replace(/[^\n]/g, ' ');
  return { path, text: text.replace(/\/\*[\s\S]*?\*\//g, blank).replace(/(^|\s)\/\/.*$/gm, blank) };
}

describe('manners', () => {
  it('keeps every file at 400 lines or fewer', () => {
    expect(all.filter((file) => file.lines > 400).map((file) => `${file.path} ${file.lines}`)).toEqual([]);
  });

  it('keeps the median file under 100 lines', () => {
    const lengths = code.map((file) => file.lines).sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(100);
  });

  it('has no escape hatches from the compiler or the linter', () => {
    const inComments = new RegExp(
      ['@ts-' + 'ignore', '@ts-' + 'expect-error', 'biome-' + 'ignore'].join('|'),
    );
    expect(matching(all, inComments)).toEqual([]);
    const inCode = new RegExp(['\\bas ' + 'any\\b(?! [a-z])', ': ' + 'any\\b'].join('|'));
    expect(matching(all.map(withoutComments), inCode)).toEqual([]);
  });

  it('leaves nothing for later and skips no test', () => {
    const later = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME'].join('|')})\\b`);
    expect(matching(all, later)).toEqual([]);
    expect(matching(sources('test'), /\b(it|test|describe)\.(skip|only|todo)\b/)).toEqual([]);
  });

  it('keeps the clock and chance out of shared', () => {
    expect(
      matching(sources('shared'), /\bMath\.random\b|\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\./),
    ).toEqual([]);
  });

  it('imports electron only behind its own doors', () => {
    const elsewhere = code.filter((file) => !/^electron\/(main|preload)\//.test(file.path));
    expect(
      elsewhere
        .filter((file) => file.imports.some((one) => one.specifier === 'electron'))
        .map((file) => file.path),
    ).toEqual([]);
  });

  it('names files in kebab-case', () => {
    expect(all.filter((file) => !/^[a-z0-9.\-/]+$/.test(file.path)).map((file) => file.path)).toEqual([]);
  });

  it('has a README in every room, of one screen, with links that lead somewhere', () => {
    for (const room of ['.', 'shared', 'electron', 'renderer', 'scenarios', 'test']) {
      const path = join(root, room, 'README.md');
      expect(existsSync(path), `${room}/README.md`).toBe(true);
      const text = readFileSync(path, 'utf8');
      const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/g)].map(
        (match) => match[1] ?? '',
      );
      expect(
        links.filter((link) => !existsSync(join(root, room, link))),
        `links of ${room}/README.md`,
      ).toEqual([]);
    }
  });
});
