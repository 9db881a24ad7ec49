import { randomWith } from '../../support/mutate-text.ts';
import { say } from '../children/say.ts';
import { gatherDictionary } from './dictionary.ts';
import { makeTargets } from './targets.ts';

/** What one run over one target is to do. */
interface Order {
  readonly target: string;
  readonly cases: number;
  readonly seed: number;
  readonly scenarios: string;
}

/** A case that takes more of the processor than this is a hang. */
const hangMilliseconds = 1_000;
const poolLimit = 400;
const microsecondsPerMillisecond = 1_000;

const order = JSON.parse(process.argv[2] ?? '') as Order;
const target = makeTargets(gatherDictionary(order.scenarios)).find(({ name }) => name === order.target);
if (target === undefined) throw new Error(`there is no target ${order.target}`);
const random = randomWith(order.seed);
/** Words that led where none had led before: what is made of them goes further than what is made of nothing. */
const pool: string[] = [];
const ways = new Set<string>();
const found = { crashes: [] as string[], hangs: [] as string[], slowest: 0 };

function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / microsecondsPerMillisecond;
}

for (let turn = 0; turn < order.cases; turn += 1) {
  const earlier =
    pool.length > 0 && random() < 0.7 ? (pool[Math.floor(random() * pool.length)] ?? null) : null;
  const words = target.make(random, earlier);
  const started = performance.now();
  const worked = cpuMilliseconds();
  try {
    const way = await target.attempt(words);
    if (!ways.has(way)) {
      ways.add(way);
      if (words.length < 5_000) pool.push(words);
      if (pool.length > poolLimit) pool.splice(Math.floor(random() * pool.length), 1);
    }
  } catch (error) {
    found.crashes.push(
      `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n${JSON.stringify(words)}`,
    );
  }
  const took = Math.min(performance.now() - started, cpuMilliseconds() - worked);
  found.slowest = Math.max(found.slowest, took);
  if (took > hangMilliseconds) found.hangs.push(JSON.stringify(words));
  // Whoever watches ends a run that says nothing for long: a hang without end.
  if (turn % 500 === 0) say(`at ${turn}`);
}

const peakMegabytes = process.resourceUsage().maxRSS / 1_024;
say(
  JSON.stringify({
    ...found,
    crashes: found.crashes.slice(0, 5),
    hangs: found.hangs.slice(0, 5),
    crashCount: found.crashes.length,
    hangCount: found.hangs.length,
    ways: ways.size,
    peakMegabytes,
  }),
);
process.exit(0);
