import type { EditHistory } from '#shared/base/edit-history.ts';
import type { Outcome } from '#shared/base/outcome.ts';
import type { ScenarioSource } from '#shared/scenario/source.ts';
import type { AnalysisCalls } from './analysis.ts';
import type { ComparisonCalls } from './comparison.ts';
import type { ExportCalls } from './export.ts';
import type { Fault } from './fault.ts';
import type { PackedResult } from './packed-projection.ts';
import type { ProjectionResult, SimulationResult } from './results.ts';
import type { SafetyCalls } from './safety.ts';

export type Empty = Record<string, never>;

/** Which door this is and what it can do; the screen hides what is not there. */
export interface AppDescription {
  readonly door: 'electron' | 'browser' | 'command-line';
  readonly version: string;
  readonly contract: number;
  readonly platform: string;
  readonly threads: number;
  readonly can: {
    /** Native dialogs for picking a file or a name to save under; without them the screen asks by itself. */
    readonly fileDialogs: boolean;
    readonly chooseFolder: boolean;
    readonly revealFile: boolean;
    readonly nativeMenu: boolean;
    readonly download: boolean;
  };
  /** Name of the library folder, for display only; never a full path. */
  readonly library: string;
  /** Name of the folder chosen before in whose place the library stands, since it is not there now; null where all is as chosen. */
  readonly missingLibrary: string | null;
}

/** A file of the library. The id is its path relative to the library folder, with forward slashes. */
export interface ScenarioRef {
  readonly id: string;
  readonly title: string;
  /** Hash of the bytes on disk. */
  readonly revision: string;
  readonly modified: string;
  /** Id of the file it extends, or null. */
  readonly base: string | null;
  readonly kind: 'scenario' | 'catalogue' | 'template' | 'comparison';
  readonly isReadOnly: boolean;
}

export interface OpenedScenario {
  readonly ref: ScenarioRef;
  readonly text: string;
}

/** What a rename does to the other files of the library, so that each still finds those it builds on. */
export interface RenameEffects {
  /** Lines that are rewritten, as they are and as they will be. */
  readonly changes: readonly { readonly id: string; readonly before: string; readonly after: string }[];
  /** Files that name the renamed one and cannot be rewritten. */
  readonly stuck: readonly { readonly id: string; readonly message: string }[];
}

/** A file under its new name, and the files that were rewritten to name it so. */
export interface RenamedScenario {
  /** The file as it was moved; where its own text had to follow, the newer revision is among `followed`. */
  readonly ref: ScenarioRef;
  readonly followed: readonly ScenarioRef[];
  readonly stuck: RenameEffects['stuck'];
}

export interface SavedExport {
  readonly name: string;
  readonly bytes: number;
  /** For the browser door: what to download; null where the file was written. */
  readonly download: Uint8Array | null;
  readonly mime: string;
}

/** All that a window needs before it can show anything, as it would otherwise ask for it in four rounds. */
export interface Opening {
  readonly app: AppDescription;
  readonly refs: readonly ScenarioRef[];
  readonly settings: Settings;
  readonly layout: string | null;
  /** Null where the library has no scenario that can be opened. */
  readonly first: FirstLook | null;
}

/** The scenario a window opens with, and what it comes to. */
export interface FirstLook {
  readonly opened: OpenedScenario;
  readonly history: EditHistory | null;
  readonly files: Readonly<Record<string, string>>;
  readonly projection: Outcome<PackedResult, Fault>;
}

/** What the screen can ask the machine to do. Inputs are plain objects; outputs plain data or typed arrays. */
export interface Calls extends AnalysisCalls, ComparisonCalls, SafetyCalls, ExportCalls {
  'app.describe': { input: Empty; output: AppDescription };
  /** The same description with all else a window begins with: one way there and back instead of one after another. */
  'app.opening': { input: Empty; output: Opening };
  'scenario.list': { input: Empty; output: readonly ScenarioRef[] };
  'scenario.open': { input: { readonly id: string }; output: OpenedScenario };
  /** Saves over the revision the text was based on; `conflict` when the file has moved on. */
  'scenario.save': {
    input: { readonly id: string; readonly text: string; readonly basedOn: string };
    output: ScenarioRef;
  };
  /** Asks with a native dialog; `cancelled` when dismissed. A file from outside the library is copied into it. */
  'scenario.pick': { input: Empty; output: OpenedScenario };
  /** Asks for a name with a native dialog and writes a new file of the library; `cancelled` when dismissed. */
  'scenario.save-as': { input: { readonly suggested: string; readonly text: string }; output: ScenarioRef };
  /** Shows the file in the system's file manager. */
  'scenario.reveal': { input: { readonly id: string }; output: Empty };
  'scenario.create': { input: { readonly id: string; readonly text: string }; output: ScenarioRef };
  /** Tells what a rename would rewrite, and changes nothing. */
  'scenario.rename-effects': {
    input: { readonly id: string; readonly to: string };
    output: RenameEffects;
  };
  /** Renames a file and rewrites the names of it in the files that build on it. */
  'scenario.rename': { input: { readonly id: string; readonly to: string }; output: RenamedScenario };
  /** Moves to the library's own trash folder; can be brought back by hand. */
  'scenario.remove': { input: { readonly id: string }; output: Empty };
  /** The texts that `id` builds on through `extends` and `use`, transitively, keyed by id. */
  'scenario.companions': {
    input: { readonly id: string; readonly text: string };
    output: { readonly files: Readonly<Record<string, string>> };
  };
  'library.choose': { input: Empty; output: { readonly library: string } };
  /** Gives the layout of the window that is kept with the library, as JSON text; null where there is none. */
  'library.layout': { input: Empty; output: { readonly layout: string | null } };
  /** Keeps a layout with the library; `refused` where its folder cannot take it. */
  'library.keep-layout': { input: { readonly layout: string }; output: Empty };
  'library.import': { input: { readonly name: string; readonly text: string }; output: ScenarioRef };
  'projection.run': {
    input: { readonly ticket: number; readonly scenario: ScenarioSource };
    output: ProjectionResult;
  };
  /** The same for whoever asks again and again: without the descriptions of measures that the asker says it has. */
  'projection.follow': {
    input: {
      readonly ticket: number;
      readonly scenario: ScenarioSource;
      readonly known: readonly string[];
    };
    output: PackedResult;
  };
  'simulation.run': {
    input: {
      readonly ticket: number;
      readonly scenario: ScenarioSource;
      readonly measures: readonly string[];
      readonly draws?: number;
      /** Whether to wait, after the first bands, for as long as somebody at the keys may take to go on. */
      readonly rests?: boolean;
    };
    output: SimulationResult;
  };
  /** Makes the draws of one shard of a run and hands them over as Parquet; the shards together are the run, bit for bit. */
  'simulation.shard': {
    input: {
      readonly ticket: number;
      readonly scenario: ScenarioSource;
      readonly measures: readonly string[];
      readonly draws?: number;
      /** Which shard, counted from 1, of how many. */
      readonly shard: { readonly index: number; readonly of: number };
    };
    output: SavedExport & { readonly firstDraw: number; readonly draws: number };
  };
  'work.cancel': { input: { readonly ticket: number }; output: Empty };
  'settings.read': { input: Empty; output: { readonly settings: Settings } };
  'settings.write': { input: { readonly settings: Settings }; output: Empty };
}

/** What the program remembers between runs; nothing a scenario should hold. */
export interface Settings {
  readonly theme: 'system' | 'light' | 'dark' | 'high-contrast';
  readonly recent: readonly string[];
  /** Opaque state of panels and charts, by key, as JSON text: what a library cannot keep itself. */
  readonly layout: Readonly<Record<string, string>>;
}
