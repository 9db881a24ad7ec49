import { useMemo, useState } from 'react';
import { referenceModel } from '#shared/scenario/reference/model.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { Segmented } from '../../ui/segmented.tsx';

interface ReferenceDialogProps {
  readonly find: string;
  readonly onClose: () => void;
}

const parts = [
  { value: 'inputs', label: 'What a scenario can say' },
  { value: 'measures', label: 'What the model answers' },
] as const;

/** The catalogue of fields and measures, made from the same tables as the reading and the engine. */
export function ReferenceDialog({ find, onClose }: ReferenceDialogProps) {
  const [part, setPart] = useState<'inputs' | 'measures'>('inputs');
  const [text, setText] = useState(find);
  const model = useMemo(referenceModel, []);
  const wanted = text.trim().toLowerCase().split(/\s+/);
  const fits = (words: string) => wanted.every((word) => words.toLowerCase().includes(word));
  const inputs = [...model.inputs, ...model.provenance].filter((entry) =>
    fits(`${entry.path} ${entry.meaning}`),
  );
  const measures = model.measures.filter((entry) => fits(`${entry.id} ${entry.label} ${entry.meaning}`));
  return (
    <Dialog title="Reference" size="wide" onClose={onClose}>
      <div className="reference-tools">
        <input
          type="search"
          placeholder="Find a field or a measure"
          aria-label="Find a field or a measure"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Segmented label="Part of the reference" segments={parts} value={part} onChange={setPart} />
      </div>
      <ScrollRegion className="reference-list" label="Reference entries">
        <dl>
          {part === 'inputs'
            ? inputs.map((entry) => (
                <div key={entry.path} className="reference-entry">
                  <dt>
                    <code>{entry.path}</code>
                    <span>
                      {entry.what}
                      {entry.isNeeded ? ', required' : ''}
                    </span>
                  </dt>
                  <dd>{entry.meaning}</dd>
                  <dd className="reference-facts">
                    {[
                      entry.range && `Range: ${entry.range}`,
                      entry.default && `Default: ${entry.default}`,
                      entry.example && `Example: ${entry.example}`,
                      Object.keys(entry.words).length > 0 && `Words: ${Object.keys(entry.words).join(', ')}`,
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </dd>
                </div>
              ))
            : measures.map((entry) => (
                <div key={entry.id} className="reference-entry">
                  <dt>
                    <code>{entry.id}</code>
                    <span>
                      {entry.label}, {entry.unit}, {entry.kind}
                    </span>
                  </dt>
                  <dd>{entry.meaning}</dd>
                  <dd className="reference-facts">{entry.formula}</dd>
                </div>
              ))}
        </dl>
      </ScrollRegion>
    </Dialog>
  );
}
