import type { Distribution } from '#shared/engine/plan/distribution.ts';
import { convertSpread } from '#shared/scenario/spread/convert-spread.ts';
import { type Family, families, familyWords } from '#shared/scenario/spread/family.ts';
import type { Spread } from '#shared/scenario/spread/spread.ts';
import type { Value } from '#shared/scenario/value.ts';

interface SpreadFamilyProps {
  readonly label: string;
  readonly value: Value;
  readonly spread: Spread;
  readonly distribution: Distribution;
  onChoose(words: string): void;
}

/** The family of a distribution; those that cannot say the quantity cannot be chosen. */
export function SpreadFamily({ label, value, spread, distribution, onChoose }: SpreadFamilyProps) {
  const choose = (family: Family) => {
    const words = convertSpread(spread, family, distribution, value.range);
    if (words !== null) onChoose(words);
  };
  return (
    <div className="spread-family">
      <select
        aria-label={`Family of ${label}`}
        value={spread.family}
        onChange={(event) => {
          const family = families.find((one) => one === event.target.value);
          if (family) choose(family);
        }}
      >
        {families
          .filter((family) => family === spread.family || isOffered(family, value))
          .map((family) => (
            <option
              key={family}
              value={family}
              disabled={convertSpread(spread, family, distribution, value.range) === null}
            >
              {familyWords[family].name}
            </option>
          ))}
      </select>
      <span className="spread-meaning">{familyWords[spread.family].meaning}</span>
    </div>
  );
}

/** An event is offered for chances only, which know nothing else; what is reported only where something is. */
function isOffered(family: Family, { dimension, provenance }: Value): boolean {
  if (family === 'reported') return provenance.reported.length > 0;
  if (dimension === 'probability') return family === 'fixed' || family === 'chance';
  return family !== 'chance';
}
