import { memo } from 'react';
import { thinSpace } from '#shared/view/display-unit.ts';
import type { HeadlineFigure } from '#shared/view/headline.ts';

interface HeadlineStripProps {
  readonly figures: readonly HeadlineFigure[];
  readonly onPick: (figure: HeadlineFigure) => void;
}

const places = 6;

/** The six figures above the charts. The strip keeps its size while there is nothing to show yet. */
export const HeadlineStrip = memo(function HeadlineStrip({ figures, onPick }: HeadlineStripProps) {
  if (figures.length === 0) {
    return (
      <div className="headline" aria-hidden="true">
        {Array.from({ length: places }, (_, at) => `place-${at}`).map((key) => (
          <div key={key} className="figure" />
        ))}
      </div>
    );
  }
  return (
    <ul className="headline" aria-label="Headline figures">
      {figures.map((figure) => (
        <li key={figure.id}>
          <button type="button" className="figure" onClick={() => onPick(figure)}>
            <span className="figure-label">{figure.label}</span>
            <span className={figure.isAlarming ? 'figure-value figure-alarm' : 'figure-value'}>
              <FigureValue text={figure.value} />
            </span>
            <span className="figure-detail">{figure.change ?? figure.range ?? figure.detail}</span>
            <span className="figure-detail">{figure.change || figure.range ? figure.detail : ''}</span>
          </button>
        </li>
      ))}
    </ul>
  );
});

/** Sets the unit smaller than the number it belongs to. */
function FigureValue({ text }: { readonly text: string }) {
  const [number = '', unit] = text.split(thinSpace);
  return unit === undefined ? (
    number
  ) : (
    <>
      {number}
      <small>
        {thinSpace}
        {unit}
      </small>
    </>
  );
}
