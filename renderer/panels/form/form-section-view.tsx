import { Fragment, useState } from 'react';
import type { YearMonth } from '#shared/engine/plan/plan.ts';
import type { FormItem, FormSection } from '../../state/form.ts';
import { FormField } from './form-field.tsx';
import { FormReferenceRow } from './form-reference-row.tsx';
import { ShareTable } from './share-table.tsx';

interface FormSectionViewProps {
  readonly section: FormSection;
  /** Of the scenario that is edited. */
  readonly id: string;
  readonly start: YearMonth;
  /** Keys that `=KEY` may refer to. */
  readonly assumptions: readonly string[];
  /** Something is looked for: what was found is to be seen. */
  readonly isFinding: boolean;
  onFind(words: string): void;
}

/** What belongs together in a scenario. What is closed is not drawn: the catalogues alone are hundreds of rows. */
export function FormSectionView(props: FormSectionViewProps) {
  const { section, id, start, assumptions, isFinding, onFind } = props;
  const [isOpen, setOpen] = useState(!section.isInherited);
  const isShown = isOpen || isFinding;
  return (
    <details
      className="form-section"
      open={isShown}
      onToggle={({ currentTarget }) => {
        // While something is looked for, all that has it stands open, whatever it was before.
        if (!isFinding) setOpen(currentTarget.open);
      }}
    >
      <summary>
        {section.title}
        <span className="form-origin">{section.isInherited ? 'inherited' : ''}</span>
      </summary>
      {isShown
        ? section.items.map((item, at) =>
            item.kind === 'shares' ? (
              <ShareTable key={item.group.path} group={item.group} label={item.label} id={id} />
            ) : (
              <Fragment key={item.value.path}>
                {item.belongsTo !== '' && item.belongsTo !== belongsTo(section.items[at - 1]) ? (
                  <h3 className="form-group">{item.belongsTo}</h3>
                ) : null}
                {item.kind === 'row' ? (
                  <FormField row={item} start={start} assumptions={assumptions} id={id} />
                ) : (
                  <FormReferenceRow row={item} onFind={onFind} />
                )}
              </Fragment>
            ),
          )
        : null}
    </details>
  );
}

/** What the row before belongs to, so that a heading stands once above all that belong to it. */
function belongsTo(item: FormItem | undefined): string {
  return item === undefined || item.kind === 'shares' ? '' : item.belongsTo;
}
