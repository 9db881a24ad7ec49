import { useMemo, useState } from 'react';
import { formSections } from '../state/form.ts';
import { useActiveDocument } from '../state/use-stores.ts';
import { Icon } from '../ui/icon.tsx';
import { FormField } from './form-field.tsx';

const noInputs: Parameters<typeof formSections>[1] = [];

/** The quantities of the scenario as fields and sliders; every change is written into the text at its place. */
export function FormPanel() {
  const document = useActiveDocument();
  const [find, setFind] = useState('');
  const survey = document?.survey ?? null;
  const id = document?.id ?? '';
  const sections = useMemo(() => formSections(id, survey?.inputs ?? noInputs, find), [id, survey, find]);
  if (!document || survey === null) {
    return <p className="empty">The form appears once the text can be read.</p>;
  }
  return (
    <div className="form">
      <label className="library-filter">
        <Icon name="search" />
        <input
          type="search"
          placeholder="Find a quantity"
          aria-label="Find a quantity"
          value={find}
          onChange={(event) => setFind(event.target.value)}
        />
      </label>
      <div className="form-list">
        {sections.map((section) => (
          <details key={section.key} className="form-section" open={!section.isInherited || find !== ''}>
            <summary>
              {section.title}
              <span className="form-origin">{section.isInherited ? 'inherited' : ''}</span>
            </summary>
            {section.rows.map((row) => (
              <FormField key={row.value.path} row={row} start={survey.start} document={document} />
            ))}
          </details>
        ))}
        {sections.length === 0 ? <p className="empty">No quantity fits.</p> : null}
      </div>
    </div>
  );
}
