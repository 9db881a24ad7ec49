import type { Value } from '#shared/scenario/value.ts';
import { useActiveDocument, useStores } from '../../state/use-stores.ts';

interface InputListProps {
  readonly inputs: readonly Value[];
  /** Something to say beside an input. */
  readonly note?: (input: Value) => string;
}

/** Quantities of the scenario; choosing one shows its line in the text. */
export function InputList({ inputs, note }: InputListProps) {
  const { editorLink, files } = useStores();
  const id = useActiveDocument()?.id;
  if (inputs.length === 0) return <p className="empty">None.</p>;
  const show = (input: Value) =>
    input.place.file === id ? editorLink.reveal(input.place) : void files.open(input.place.file);
  return (
    <ul className="inputs">
      {inputs.map((input) => (
        <li key={`${input.path} ${input.place.from}`}>
          <button type="button" className="input-row" onClick={() => show(input)}>
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
