/** What thinning needs to know of a version. */
export interface Dated {
  /** Number in the order of making; higher is later, whatever the clock says. */
  readonly number: number;
  /** Milliseconds since 1970, by the clock of the machine. */
  readonly at: number;
  readonly isNamed: boolean;
}

const hour = 3_600_000;
const day = 24 * hour;

/** How closely versions stand up to an age: several of a day, then daily, weekly, monthly without end. */
const tiers: readonly { readonly untilAge: number; readonly span: number }[] = [
  { untilAge: day, span: hour / 2 },
  { untilAge: 7 * day, span: 4 * hour },
  { untilAge: 45 * day, span: day },
  { untilAge: 400 * day, span: 7 * day },
  { untilAge: Number.POSITIVE_INFINITY, span: 30 * day },
];

/** The last few stay whatever their age, so that a busy hour can be walked back step by step. */
const alwaysKept = 12;
/** A clock that has jumped would make everything look old at once; it cannot cost more than this at a time. */
const droppedAtOnce = 3;

/**
 * Chooses which versions to let go of at a moment, the oldest first: of each span of time its last version stays, and the
 * spans grow with age. Named ones stay for ever.
 */
export function versionsToDrop<T extends Dated>(versions: readonly T[], now: number): readonly T[] {
  const newestFirst = [...versions].sort((a, b) => b.number - a.number);
  const taken = new Set<string>();
  const dropped = newestFirst.filter((version, place) => {
    const slot = slotOf(version.at, now);
    const isLastOfSlot = !taken.has(slot);
    taken.add(slot);
    return !(version.isNamed || place < alwaysKept || isLastOfSlot);
  });
  return dropped.reverse().slice(0, droppedAtOnce);
}

function slotOf(at: number, now: number): string {
  // What seems to come from the future is as new as can be.
  const age = Math.max(0, now - at);
  const span = tiers.find(({ untilAge }) => age <= untilAge)?.span ?? 30 * day;
  return `${span} ${Math.floor(at / span)}`;
}
