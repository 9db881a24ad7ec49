import { useExport, useExporter } from '../../state/export/use-exporter.ts';
import { useChoosablePages } from './use-choosable-pages.ts';
import { usePageNames } from './use-page-names.ts';

const scales = [1, 2, 3, 4];

/** Chooses the one chart of a picture and how many pixels it has. */
export function PictureOptions() {
  const exporter = useExporter();
  const { pages, picture, scale, format } = useExport((state) => state.draft);
  const choosable = [...new Set([...pages, ...useChoosablePages()])];
  const nameOf = usePageNames();
  const chosen = picture ?? pages[0];
  return (
    <fieldset className="export-group">
      <legend>Picture</legend>
      <label className="field">
        Chart
        <select value={chosen ?? ''} onChange={(event) => exporter.choose({ picture: event.target.value })}>
          {chosen === undefined ? <option value="">Choose a chart</option> : null}
          {choosable.map((id) => (
            <option key={id} value={id}>
              {nameOf(id)}
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
