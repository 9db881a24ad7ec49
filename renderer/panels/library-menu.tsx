import { DropdownMenu } from 'radix-ui';
import type { ScenarioRef } from '#shared/contract/calls.ts';
import { useStores } from '../state/use-stores.ts';
import { useChosen } from '../ui/use-chosen.ts';
import { useFocusBefore } from '../ui/use-focus-before.ts';

interface LibraryMenuProps {
  readonly item: ScenarioRef;
  /** Where it opens, in pixels of the window. */
  readonly at: { readonly x: number; readonly y: number };
  readonly onClose: () => void;
}

/** What can be done with a file of the library, on a right click or the menu key. */
export function LibraryMenu({ item, at, onClose }: LibraryMenuProps) {
  const { files, dialogs } = useStores();
  const { id, isReadOnly } = item;
  const choose = useChosen(onClose);
  const giveFocusBack = useFocusBefore();
  const entry = (label: string, run: () => void, isDisabled = false) => (
    <DropdownMenu.Item className="menu-item" disabled={isDisabled} onSelect={choose(run)}>
      {label}
    </DropdownMenu.Item>
  );
  return (
    <DropdownMenu.Root open onOpenChange={(isOpen) => !isOpen && onClose()} modal={false}>
      <DropdownMenu.Trigger asChild>
        <button
          type="button"
          className="menu-anchor"
          tabIndex={-1}
          aria-label={`Menu of ${item.title}`}
          style={{ left: at.x, top: at.y }}
        />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className="menu"
          align="start"
          aria-label={item.title}
          onCloseAutoFocus={giveFocusBack}
        >
          {entry('Open', () => void files.open(id))}
          {entry('New variant…', () => dialogs.show({ kind: 'name', purpose: 'variant', id }))}
          {entry('Duplicate', () => void files.duplicate(id))}
          <DropdownMenu.Separator className="menu-line" />
          {entry('Rename…', () => dialogs.show({ kind: 'name', purpose: 'rename', id }), isReadOnly)}
          {entry('Move to trash…', () => dialogs.show({ kind: 'remove', id }), isReadOnly)}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
