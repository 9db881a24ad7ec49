import type { Problem } from './problem.ts';
import type { LineIndex } from './text/line-index.ts';
import { indexLines, lineAndColumn } from './text/line-index.ts';
import type { Place } from './text/node.ts';

/** A fault or remark before its file, line and column are worked out. */
export interface Finding {
  readonly code: string;
  /** An error where nothing is said. */
  readonly severity?: Problem['severity'];
  readonly path: string;
  readonly place: Place;
  readonly message: string;
  readonly met?: string | undefined;
  readonly expected?: string | undefined;
  readonly fix?: Problem['fix'] | undefined;
}

/** Collects problems; knows the texts, so that a place can be told as line and column. */
export interface ProblemList {
  readonly add: (finding: Finding) => void;
  readonly all: () => readonly Problem[];
  readonly hasErrors: () => boolean;
}

/** Starts the list for a scenario and the files it builds on, with the problems found before. */
export function problemList(
  id: string,
  texts: Readonly<Record<string, string>>,
  before: readonly Problem[] = [],
): ProblemList {
  const indexes = new Map<string, LineIndex>();
  const problems: Problem[] = [...before];
  const known = new Set<string>();
  const indexOf = (file: string): LineIndex => {
    const known = indexes.get(file);
    if (known) return known;
    const made = indexLines(texts[file] ?? '');
    indexes.set(file, made);
    return made;
  };
  return {
    add: ({ place, met, expected, fix, severity = 'error', ...rest }) => {
      // A field that is read twice (an assumption, once as a section and once as a quantity) is at fault only once.
      const key = `${rest.code} ${rest.path} ${place.file} ${place.from}`;
      if (known.has(key)) return;
      known.add(key);
      problems.push({
        ...rest,
        severity,
        ...(place.file === id ? {} : { file: place.file }),
        from: place.from,
        to: place.to,
        ...lineAndColumn(indexOf(place.file), place.from),
        ...(met === undefined ? {} : { met }),
        ...(expected === undefined ? {} : { expected }),
        ...(fix === undefined ? {} : { fix }),
      });
    },
    all: () => problems,
    hasErrors: () => problems.some((problem) => problem.severity === 'error'),
  };
}
