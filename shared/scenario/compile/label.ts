/** Sections whose name adds nothing to what comes after it. */
const silent = new Set([
  'deals',
  'generations',
  'phases',
  'capacity',
  'capital',
  'finances',
  'assumptions',
  'commitment',
]);

const known = new Map<string, string>();
/** A scenario with all it uses has some hundred paths. */
const most = 8192;

/** Words for a dotted path: `deals.aws.capacity.slip` becomes `slip · aws`. */
export function labelOfPath(path: string): string {
  const before = known.get(path);
  if (before !== undefined) return before;
  const label = spell(path);
  if (known.size >= most) known.clear();
  known.set(path, label);
  return label;
}

function spell(path: string): string {
  const parts = path.split('.');
  const last = parts.at(-1) ?? path;
  const context = parts.slice(0, -1).filter((part) => !silent.has(part));
  const section = parts.includes('commitment') && parts[2] === 'commitment' ? ['commitment'] : [];
  return [last.replaceAll('-', ' '), ...[...context, ...section].reverse()].join(' · ');
}
