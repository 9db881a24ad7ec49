import { density } from '#shared/view/density.ts';
import { humanise } from '#shared/view/words.ts';
import type { FormReference } from '../../state/form.ts';
import { showPlace } from '../../state/show-place.ts';
import { useStores } from '../../state/use-stores.ts';
import { IconButton } from '../../ui/button.tsx';
import { DensitySketch } from '../../ui/density-sketch.tsx';
import { InheritedMark } from './inherited-mark.tsx';

interface FormReferenceRowProps {
  readonly row: FormReference;
  onFind(words: string): void;
}

/** A quantity that is what an assumption says: where it stands, what it is, and the way to the assumption. */
export function FormReferenceRow({ row, onFind }: FormReferenceRowProps) {
  const stores = useStores();
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
        <IconButton
          icon="file"
          label={`Show ${label} in the text`}
          onClick={() => void showPlace(stores, value.place)}
        />
      </div>
    </div>
  );
}
