import type { Outcome } from '#shared/base/outcome.ts';
import { fail, ok } from '#shared/base/outcome.ts';
import { sha256 } from '#shared/base/sha256.ts';
import { checkScenario } from './check.ts';
import { decodeCatalogue, decodeScenario } from './decode/decode-scenario.ts';
import { isCatalogue } from './fields/catalogue.ts';
import type { Change } from './layers/merge.ts';
import { resolveLayers } from './layers/resolve.ts';
import type { Problem } from './problem.ts';
import type { ProblemList } from './problem-list.ts';
import { problemList } from './problem-list.ts';
import type { Scenario } from './scenario.ts';
import type { ScenarioSource } from './source.ts';
import type { MapNode } from './text/node.ts';
import { recent } from './text/recent.ts';

/** A scenario that can be computed, with the remarks made while reading it. */
export interface Reading {
  readonly scenario: Scenario;
  /** Warnings and remarks only; errors make the reading fail. */
  readonly problems: readonly Problem[];
  /** Content hash of the text and of every file it builds on. */
  readonly hash: string;
}

/** All that is known of a text, however broken: for the editor. */
export interface Inspection {
  /** The raw tree after bases and used files were merged in; null where nothing could be parsed. */
  readonly tree: MapNode | null;
  /** What could be decoded, with NaN for numbers that could not; null where even that is impossible. */
  readonly scenario: Scenario | null;
  /** What the text itself changes in the files it builds on. */
  readonly changes: readonly Change[];
  /** Ids of all files that were read, the text itself first. */
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
  readonly hash: string;
}

/** Computes SHA-256 of a text in UTF-8, as hexadecimal digits. Where the machine has its own, it is many times faster than ours. */
export type Digest = (text: string) => string;

/** Reads a scenario: all faults of all its files at once, or a scenario ready to compile. */
export function readScenario(
  source: ScenarioSource,
  digest: Digest = sha256,
): Outcome<Reading, readonly Problem[]> {
  const { scenario, problems, hash } = inspectScenario(source, digest);
  if (scenario === null || problems.some(({ severity }) => severity === 'error')) return fail(problems);
  return ok({ scenario, problems, hash });
}

/** Reads as much of a scenario as can be read, and says everything that is wrong with it. */
export function inspectScenario(source: ScenarioSource, digest: Digest = sha256): Inspection {
  const layers = resolveLayers(source);
  const texts = { ...source.files, [source.id]: source.text };
  const problems = problemList(source.id, texts, layers.problems);
  const scenario = layers.tree && scenarioIn(layers.tree, source.id, problems);
  return {
    tree: layers.tree,
    scenario,
    changes: layers.changes,
    files: layers.files,
    problems: inOrder(problems.all()),
    hash: hashOf(texts, layers.files, digest),
  };
}

function scenarioIn(tree: MapNode, id: string, problems: ProblemList): Scenario | null {
  const keys = tree.entries.map(({ key }) => key);
  if (isCatalogue(id, keys)) {
    decodeCatalogue(tree, problems);
    return null;
  }
  const scenario = decodeScenario(tree, problems);
  if (scenario) {
    // What could not be read at all is not judged further: a mix that is misspelled is not a missing mix.
    const unread = new Set(problems.all().map(({ path }) => path));
    checkScenario(scenario, (finding) => {
      if (!unread.has(finding.path)) problems.add(finding);
    });
  }
  return scenario;
}

/** Problems of the text itself first, in the order of the text; then those of the files it builds on. */
function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const own = problems.filter(({ file }) => file === undefined).sort((a, b) => a.from - b.from);
  return [...own, ...problems.filter(({ file }) => file !== undefined)];
}

/**
 * Hashes every file that was read, the text itself first; the order in which they were handed over does not matter. The
 * others go in by their own digests, which stay the same from one edit to the next.
 */
function hashOf(texts: Readonly<Record<string, string>>, files: readonly string[], digest: Digest): string {
  const [own = '', ...others] = files;
  const digestOf = (file: string) => digests.get(file, texts[file] ?? '', () => digest(texts[file] ?? ''));
  const parts = [texts[own] ?? '', ...[...others].sort().flatMap((file) => [file, digestOf(file)])];
  return digest(parts.map((part) => `${part.length}:${part}`).join('\n'));
}

const digests = recent<string>(64);
