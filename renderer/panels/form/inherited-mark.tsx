import { Icon } from '../../ui/icon.tsx';

/** Says that a quantity stands in a base or a used file. */
export function InheritedMark({ file }: { readonly file: string }) {
  return (
    <span className="form-inherited" title={`Inherited from ${file}; a change here overrides it`}>
      <Icon name="inherited" />
      <span className="unseen">inherited</span>
    </span>
  );
}
