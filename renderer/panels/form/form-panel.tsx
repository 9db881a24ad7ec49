import { useMemo, useState } from 'react';
import { formSections } from '../../state/form.ts';
import { useActiveDocument } from '../../state/use-stores.ts';
import { useSurvey } from '../../state/use-survey.ts';
import { Icon } from '../../ui/icon.tsx';
import { FormSectionView } from './form-section-view.tsx';

const nothing: Parameters<typeof formSections>[1] = { inputs: [], shareGroups: [] };

/** The quantities of the scenario as fields and sliders; every change is written into the text at its place. */
export function FormPanel() {
  const document = useActiveDocument();
  const [find, setFind] = useState('');
  const survey = useSurvey();
  const id = document?.id ?? '';
  const sections = useMemo(() => formSections(id, survey ?? nothing, find), [id, survey, find]);
  const assumptions = useMemo(() => (survey?.assumptions ?? []).map(({ key }) => key), [survey]);
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
          <FormSectionView
            // Another scenario begins anew: what is open or half typed belongs to the one on screen.
            key={`${id} ${section.key}`}
            section={section}
            id={id}
            start={survey.start}
            assumptions={assumptions}
            isFinding={find.trim() !== ''}
            onFind={setFind}
          />
        ))}
        {sections.length === 0 ? <p className="empty">No quantity fits.</p> : null}
      </div>
    </div>
  );
}
