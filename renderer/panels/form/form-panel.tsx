import { Fragment, useMemo, useState } from 'react';
import { type FormItem, formSections } from '../../state/form.ts';
import { useActiveDocument } from '../../state/use-stores.ts';
import { Icon } from '../../ui/icon.tsx';
import { FormField } from './form-field.tsx';
import { FormReferenceRow } from './form-reference-row.tsx';
import { ShareTable } from './share-table.tsx';

const nothing: Parameters<typeof formSections>[1] = { inputs: [], shareGroups: [] };

/** The quantities of the scenario as fields and sliders; every change is written into the text at its place. */
export function FormPanel() {
  const document = useActiveDocument();
  const [find, setFind] = useState('');
  const survey = document?.survey ?? null;
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
          <details key={section.key} className="form-section" open={!section.isInherited || find !== ''}>
            <summary>
              {section.title}
              <span className="form-origin">{section.isInherited ? 'inherited' : ''}</span>
            </summary>
            {section.items.map((item, at) =>
              item.kind !== 'shares' ? (
                <Fragment key={item.value.path}>
                  {item.belongsTo !== '' && item.belongsTo !== belongsTo(section.items[at - 1]) ? (
                    <h3 className="form-group">{item.belongsTo}</h3>
                  ) : null}
                  {item.kind === 'row' ? (
                    <FormField
                      row={item}
                      start={survey.start}
                      assumptions={assumptions}
                      document={document}
                    />
                  ) : (
                    <FormReferenceRow row={item} onFind={setFind} />
                  )}
                </Fragment>
              ) : (
                <ShareTable key={item.group.path} group={item.group} label={item.label} document={document} />
              ),
            )}
          </details>
        ))}
        {sections.length === 0 ? <p className="empty">No quantity fits.</p> : null}
      </div>
    </div>
  );
}

/** What the row before belongs to, so that a heading stands once above all that belong to it. */
function belongsTo(item: FormItem | undefined): string {
  return item === undefined || item.kind === 'shares' ? '' : item.belongsTo;
}
