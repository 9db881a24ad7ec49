import { invariant } from '../../base/assert.ts';
import { calendarOf } from '../calendar/calendar.ts';
import { type Machine, plainMachine } from '../lanes/machine.ts';
import { clear, copy, keep } from '../loops/elementwise.ts';
import type { OptionPlan } from '../plan/deal.ts';
import type { Plan } from '../plan/plan.ts';
import type { Lanes, MeasureFinder, MeasureSource, OptionMode, Pass, Rule } from './block.ts';
import { recordMeasure } from './record.ts';

interface Settings {
  readonly plan: Plan;
  readonly lanes: number;
  readonly machine?: Machine;
  /** Input values, `values[slot * lanes + lane]`, made by the machine; kept by the caller, read at every run. */
  readonly values: Float64Array;
  readonly finder: MeasureFinder;
  readonly optionMode?: (option: OptionPlan) => OptionMode;
}

/** Creates an empty pass: a block in which rules can be instantiated and then run month by month. */
export function createPass(settings: Settings): Pass {
  const { plan, lanes, values, finder, machine = plainMachine } = settings;
  const calendar = calendarOf(plan.start, plan.months);
  const optionMode = settings.optionMode ?? (() => 'rule');
  const clearings: (() => void)[] = [];
  const memo = new Map<unknown, Map<object, { result: unknown; isReady: boolean }>>();
  const histories = new Map<string, Float64Array>();
  const sources = new Map<string, MeasureSource>();
  const variants = new Map<string, Pass>();
  const starts: (() => void)[] = [];
  const steps: ((month: number) => void)[] = [];
  const recorded: Lanes[] = [];
  const records: Float64Array[] = [];
  const monthEnds: (() => void)[] = [];
  const ends: (() => void)[] = [];
  const postponed: (() => void)[] = [];

  const cell = (): Lanes => {
    const lanesOfCell = machine.numbers(lanes);
    clearings.push(machine.loop(clear, lanesOfCell));
    return lanesOfCell;
  };

  const use = <S extends object, T>(rule: Rule<S, T>, subject: S): T => {
    let bySubject = memo.get(rule);
    if (bySubject === undefined) {
      bySubject = new Map();
      memo.set(rule, bySubject);
    }
    const known = bySubject.get(subject);
    if (known !== undefined) {
      invariant(known.isReady, `the rule ${rule.name} does not depend on itself within a month`);
      return known.result as T;
    }
    const entry: { result: unknown; isReady: boolean } = { result: undefined, isReady: false };
    bySubject.set(subject, entry);
    const result = rule(pass, subject);
    entry.result = result;
    entry.isReady = true;
    return result;
  };

  const carry = (resolve: () => Lanes): Lanes => {
    const previous = cell();
    postponed.push(() => {
      monthEnds.push(machine.loop(copy, previous, resolve()));
    });
    return previous;
  };

  const source = (id: string): MeasureSource => {
    let known = sources.get(id);
    if (known === undefined) {
      known = finder.find(pass, id);
      sources.set(id, known);
    }
    return known;
  };

  const measure = (id: string): Lanes => {
    const found = source(id);
    invariant(found.kind === 'cell', `the measure ${id} is known month by month`);
    return found.lanes;
  };

  const history = (id: string): Float64Array => {
    let series = histories.get(id);
    if (series === undefined) {
      series = recordMeasure(pass, source(id), finder.kindOf(id));
      histories.set(id, series);
    }
    return series;
  };

  const variant = (option: OptionPlan, mode: OptionMode): Pass => {
    const index = plan.deals.findIndex((deal) => deal.options.includes(option));
    const key = `${index}:${option.key}:${mode}`;
    let other = variants.get(key);
    if (other === undefined) {
      other = createPass({ ...settings, optionMode: (o) => (o === option ? mode : optionMode(o)) });
      variants.set(key, other);
    }
    return other;
  };

  const drain = (): void => {
    for (let next = postponed.shift(); next !== undefined; next = postponed.shift()) next();
    for (const other of variants.values()) other.close();
  };

  const pass: Pass = {
    plan,
    lanes,
    months: plan.months,
    calendar,
    finder,
    optionMode,
    input: (slot) => {
      invariant(slot >= 0 && slot < plan.inputs.length, `slot ${slot} lies within the plan's inputs`);
      return values.subarray(slot * lanes, (slot + 1) * lanes);
    },
    cell,
    series: () => machine.numbers(plan.months * lanes),
    loop: machine.loop,
    use,
    carry,
    measure,
    history,
    variant,
    onStart: (step) => starts.push(step),
    onMonth: (step) => steps.push(step),
    record: (from, into) => {
      recorded.push(from);
      records.push(into);
    },
    onEnd: (step) => ends.push(step),
    later: (setUp) => postponed.push(setUp),
    close: drain,
    run: (isCancelled) => {
      // By index: an iterator is put on the heap, and these loops are the hottest there are.
      for (let c = 0; c < clearings.length; c += 1) clearings[c]();
      for (let s = 0; s < starts.length; s += 1) starts[s]();
      for (let m = 0; m < plan.months; m += 1) {
        if (isCancelled?.()) return false;
        for (let s = 0; s < steps.length; s += 1) steps[s](m);
        keepRecords(recorded, records, m);
        for (let s = 0; s < monthEnds.length; s += 1) monthEnds[s]();
      }
      for (const other of variants.values()) if (!other.run(isCancelled)) return false;
      for (let s = 0; s < ends.length; s += 1) ends[s]();
      return true;
    },
  };
  return pass;
}

/** All in one loop: there are hundreds of them, and a function for each would cost more than what it copies. */
function keepRecords(recorded: readonly Lanes[], records: readonly Float64Array[], month: number): void {
  for (let r = 0; r < recorded.length; r += 1) keep(recorded[r], records[r], month * recorded[r].length);
}
