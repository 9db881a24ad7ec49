import { slideSizes } from '#shared/export/wishes.ts';
import { useExport, useExporter } from '../../state/export/use-exporter.ts';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { DeckPicker } from './deck-picker.tsx';
import { TemplateMap } from './template-map.tsx';

const sizeNames = { '16:9': '16 : 9', '4:3': '4 : 3', a4: 'A4' } as const;

/** Chooses how slides look: our own in a size, a template of the user's, or a deck that is refreshed and keeps its looks. */
export function DeckOptions() {
  const exporter = useExporter();
  const { template, into, slideSize } = useExport((state) => state.draft);
  return (
    <fieldset className="export-group">
      <legend>Slides</legend>
      {template === null && into === null ? (
        <Segmented
          label="Size of the slides"
          segments={slideSizes.map((value) => ({ value, label: sizeNames[value] }))}
          value={slideSize}
          onChange={(size) => exporter.choose({ slideSize: size })}
        />
      ) : null}
      {into === null ? (
        <div className="export-row">
          <DeckPicker
            label={template ? `Template: ${template.name}` : 'Use a template…'}
            onPick={(picked) => void exporter.takeTemplate(picked)}
          />
          {template ? <Button onClick={() => exporter.choose({ template: null })}>No template</Button> : null}
        </div>
      ) : null}
      {template && into === null ? <TemplateMap template={template} onChange={exporter.mapTemplate} /> : null}
      <div className="export-row">
        <DeckPicker
          label={into ? `Refreshes ${into.name}` : 'Refresh a deck written before…'}
          onPick={(picked) => exporter.choose({ into: picked })}
        />
        {into ? <Button onClick={() => exporter.choose({ into: null })}>New deck</Button> : null}
      </div>
    </fieldset>
  );
}
