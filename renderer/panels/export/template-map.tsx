import type { TemplateMapping, TemplatePlace, TemplateSlots } from '#shared/export/deck/template.ts';
import type { PickedTemplate } from '../../state/export/export-draft.ts';

interface TemplateMapProps {
  readonly template: PickedTemplate;
  readonly onChange: (mapping: TemplateMapping) => void;
}

const slots: readonly (readonly [slot: keyof TemplateSlots, label: string, otherwise: string])[] = [
  ['body', 'Picture', 'the room under the title'],
  ['topic', 'What is shown', 'a strip above the picture'],
  ['footnote', 'Footnotes', 'a strip below the picture'],
];

/** Says once which layout of a template takes pages, and what goes into which of its places. */
export function TemplateMap({ template: { description, mapping }, onChange }: TemplateMapProps) {
  const { layouts, colours, fonts } = description;
  const page = layouts.find(({ name }) => name === mapping.page);
  const places = (page?.places ?? []).filter(
    ({ kind, index }) => index !== null && !['dt', 'ftr', 'sldNum'].includes(kind),
  );
  return (
    <div className="export-template">
      <label className="field">
        Pages go on
        <select
          value={mapping.page}
          onChange={({ target }) => {
            const chosen = layouts.find(({ name }) => name === target.value);
            if (chosen) onChange({ ...mapping, page: chosen.name, ...chosen.suggested });
          }}
        >
          {layouts.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <label className="field">
        First slide
        <select
          value={mapping.cover ?? ''}
          onChange={({ target }) =>
            onChange({ ...mapping, cover: target.value === '' ? null : target.value })
          }
        >
          <option value="">none</option>
          {layouts.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      {slots.map(([slot, label, otherwise]) => (
        <label key={slot} className="field">
          {label}
          <select
            value={mapping[slot] ?? ''}
            onChange={({ target }) =>
              onChange({ ...mapping, [slot]: target.value === '' ? null : Number(target.value) })
            }
          >
            <option value="">{otherwise}</option>
            {places.map((place) => (
              <option key={place.index} value={place.index ?? ''}>
                {placeName(place)}
              </option>
            ))}
          </select>
        </label>
      ))}
      <p className="export-meaning">
        Colours and fonts of the template: {fonts.headings} and {fonts.text}, {colours.slice(4, 10).length}{' '}
        accents.
      </p>
    </div>
  );
}

function placeName({ name, kind, index }: TemplatePlace): string {
  return `${name === '' ? kind : name} (${index})`;
}
