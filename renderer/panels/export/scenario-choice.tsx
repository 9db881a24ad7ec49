import { useComparison } from '../../state/comparison/use-comparison.ts';
import { useExport, useExporter } from '../../state/export/use-exporter.ts';
import { toggled } from '../../state/layout.ts';
import { useDocuments } from '../../state/use-stores.ts';

const scenariosAtMost = 6;

/** Chooses which of the open scenarios are exported; with several, the first is what the others are compared with. */
export function ScenarioChoice() {
  const exporter = useExporter();
  const open = useDocuments((state) => state.open);
  const members = useComparison((state) => state.members);
  const chosen = useExport((state) => state.draft.scenarios);
  const titles = new Map([
    ...members.map(({ id, title }) => [id, title] as const),
    ...open.map(({ id, ref }) => [id, ref?.title ?? id] as const),
  ]);
  // The base comes first; it stays where it is when another is ticked.
  const listed = [...new Set([...chosen, ...titles.keys()])];
  return (
    <fieldset className="export-group">
      <legend>Scenarios</legend>
      {listed.map((id) => (
        <label key={id} className="tick">
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            disabled={!chosen.includes(id) && chosen.length >= scenariosAtMost}
            onChange={() => exporter.choose({ scenarios: toggled(chosen, id) })}
          />
          {titles.get(id) ?? id}
          {chosen.length > 1 && chosen[0] === id ? <span className="export-meaning"> the base</span> : null}
        </label>
      ))}
    </fieldset>
  );
}
