import type { Value } from '#shared/scenario/value.ts';
import { showPlace } from '../../state/show-place.ts';
import { useStores } from '../../state/use-stores.ts';

interface InputListProps {
  readonly inputs: readonly Value[];
  /** Something to say beside an input. */
  readonly note?: (input: Value) => string;
}

/** Quantities of the scenario; choosing one shows its line in the text. */
export function InputList({ inputs, note }: InputListProps) {
  const stores = useStores();
  if (inputs.length === 0) return <p className="empty">None.</p>;
  return (
    <ul className="inputs">
      {inputs.map((input) => (
        <li key={`${input.path} ${input.place.from}`}>
          <button type="button" className="input-row" onClick={() => void showPlace(stores, input.place)}>
            <span className="input-path">{input.path}</span>
            <span className="input-text">
              {input.qualifier && !input.text.startsWith(input.qualifier) ? `${input.qualifier} ` : ''}
              {input.text}
            </span>
            <span className="input-note">{note ? note(input) : (input.provenance.source ?? '')}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
