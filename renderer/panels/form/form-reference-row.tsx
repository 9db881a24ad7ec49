import { density } from '#shared/view/density.ts';
import { humanise } from '#shared/view/words.ts';
import type { FormReference } from '../../state/form.ts';
import { DensitySketch } from '../../ui/density-sketch.tsx';
import { InheritedMark } from './inherited-mark.tsx';
import { ShowInTextButton } from './show-in-text-button.tsx';

interface FormReferenceRowProps {
  readonly row: FormReference;
  onFind(words: string): void;
}

/** A quantity that is what an assumption says: where it stands, what it is, and the way to the assumption. */
export function FormReferenceRow({ row, onFind }: FormReferenceRowProps) {
  const { value, label, name, belongsTo, isInherited, to } = row;
  const outline = density(value.distribution);
  return (
    <div className={belongsTo === '' ? 'form-item' : 'form-item form-part'}>
      <div className="form-field">
        <div className="form-label" title={value.path}>
          <span>
            {isInherited ? <InheritedMark file={value.place.file} /> : null}
            {name}
          </span>
          <button
            type="button"
            className="form-reference"
            title={`Shared by all that refer to =${to}; change it there`}
            aria-label={`${label} is the assumption ${humanise(to)}: show it`}
            onClick={() => onFind(`assumptions.${to}`)}
          >
            = {humanise(to)}
          </button>
        </div>
        <div className="form-aid">
          {outline ? (
            <DensitySketch
              points={outline.points}
              isDiscrete={outline.isDiscrete}
              label={`Distribution of ${humanise(to)}`}
            />
          ) : null}
        </div>
        <span className="form-gap" />
        <ShowInTextButton label={label} place={value.place} />
      </div>
    </div>
  );
}
