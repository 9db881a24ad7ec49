import { useExport, useExporter } from '../../state/export/use-exporter.ts';
import { useChoosablePages } from './page-choice.tsx';

const scales = [1, 2, 3, 4];

/** Chooses the one chart of a picture and how many pixels it has. */
export function PictureOptions() {
  const exporter = useExporter();
  const { pages, scale, format } = useExport((state) => state.draft);
  const choosable = useChoosablePages();
  return (
    <fieldset className="export-group">
      <legend>Picture</legend>
      <label className="field">
        Chart
        <select value={pages[0] ?? ''} onChange={(event) => exporter.choose({ pages: [event.target.value] })}>
          {pages.length === 0 ? <option value="">Choose a chart</option> : null}
          {choosable.map(({ id, topic }) => (
            <option key={id} value={id}>
              {topic}
            </option>
          ))}
        </select>
      </label>
      {format === 'png' ? (
        <label className="field">
          Size
          <select value={scale} onChange={(event) => exporter.choose({ scale: Number(event.target.value) })}>
            {scales.map((one) => (
              <option key={one} value={one}>
                {one}×, {960 * one} × {540 * one} pixels
              </option>
            ))}
          </select>
        </label>
      ) : null}
    </fieldset>
  );
}
