import { exportFormats, findExportFormat } from '#shared/export/formats.ts';
import { useExport, useExporter } from '../../state/export/use-exporter.ts';
import { DeckOptions } from './deck-options.tsx';
import { PageChoice } from './page-choice.tsx';
import { PictureOptions } from './picture-options.tsx';
import { ScenarioChoice } from './scenario-choice.tsx';

/** Chooses the form, the scenarios and, where the form has pages, which. */
export function ExportChoice() {
  const exporter = useExporter();
  const draft = useExport((state) => state.draft);
  const content = findExportFormat(draft.format)?.content;
  return (
    <div className="export-choice">
      <fieldset className="export-formats">
        <legend>Form</legend>
        {exportFormats.map(({ id, name, meaning }) => (
          <label key={id} className="export-format">
            <input
              type="radio"
              name="format"
              checked={draft.format === id}
              onChange={() => exporter.choose({ format: id })}
            />
            <span>
              <b>{name}</b>
              <span className="export-meaning">{meaning}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="export-details">
        <ScenarioChoice />
        {content === 'pages' || draft.format === 'xlsx' ? <PageChoice /> : null}
        {content === 'picture' ? <PictureOptions /> : null}
        {draft.format === 'pptx' ? <DeckOptions /> : null}
      </div>
    </div>
  );
}
