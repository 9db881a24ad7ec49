import { useExport, useExporter } from '../../state/export/use-exporter.ts';
import { toggled } from '../../state/layout.ts';
import { useDocuments } from '../../state/use-stores.ts';

const scenariosAtMost = 6;

/** Chooses which of the open scenarios are exported; with several, the first is what the others are compared with. */
export function ScenarioChoice() {
  const exporter = useExporter();
  const open = useDocuments((state) => state.open);
  const chosen = useExport((state) => state.draft.scenarios);
  return (
    <fieldset className="export-group">
      <legend>Scenarios</legend>
      {open.map(({ id, ref }) => (
        <label key={id} className="tick">
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            disabled={!chosen.includes(id) && chosen.length >= scenariosAtMost}
            onChange={() => exporter.choose({ scenarios: toggled(chosen, id) })}
          />
          {ref?.title ?? id}
          {chosen.length > 1 && chosen[0] === id ? <span className="export-meaning"> the base</span> : null}
        </label>
      ))}
    </fieldset>
  );
}
