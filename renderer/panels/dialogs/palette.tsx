import { Command as Menu } from 'cmdk';
import type { ScenarioRef } from '#shared/contract/calls.ts';
import { recentRefs } from '../../state/recent.ts';
import { useDocuments, useLibrary, useSettings, useStores } from '../../state/use-stores.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useChosen } from '../../ui/use-chosen.ts';

/** A command as the palette shows it. */
export interface PaletteEntry {
  readonly id: string;
  readonly title: string;
  readonly group: string;
  readonly keys: string | null;
  readonly run: () => void;
}

interface PaletteProps {
  readonly entries: readonly PaletteEntry[];
  readonly find: string;
  readonly onClose: () => void;
}

/** Words must stand in the title as typed: letters strewn over it find what nobody asked for, and put it first. */
function holdsEveryWord(title: string, typed: string): number {
  const words = typed.toLowerCase().split(/\s+/);
  return words.every((word) => title.toLowerCase().includes(word)) ? 1 : 0;
}

/** A dialog selects what its first field holds, so that the next key would take what has been typed before it was there. */
function goToEnd(field: HTMLInputElement): void {
  queueMicrotask(() => field.setSelectionRange(field.value.length, field.value.length));
}

/** Every command and every scenario, found by typing. */
export function Palette({ entries, find, onClose }: PaletteProps) {
  const { files, dialogs } = useStores();
  const refs = useLibrary((state) => state.refs);
  const activeId = useDocuments((state) => state.activeId);
  const open = useDocuments((state) => state.open);
  const recentIds = useSettings((state) => state.recent);
  const recent = recentRefs(recentIds, refs, open);
  const groups = [...new Set(entries.map((entry) => entry.group))];
  const choose = useChosen(onClose);
  const item = (ref: ScenarioRef) => (
    <Menu.Item
      key={ref.id}
      value={`open ${ref.title} ${ref.id}`}
      onSelect={choose(() => void files.open(ref.id))}
    >
      {ref.title}
      <span className="palette-id">{ref.id}</span>
    </Menu.Item>
  );
  return (
    <Dialog title="Commands and scenarios" onClose={onClose} size="small">
      <Menu label="Commands and scenarios" className="palette" filter={holdsEveryWord} loop>
        <Menu.Input
          value={find}
          onValueChange={(typed) => dialogs.show({ kind: 'palette', find: typed })}
          onFocus={({ currentTarget }) => goToEnd(currentTarget)}
          placeholder="Type a command or a scenario"
        />
        <Menu.List>
          <Menu.Empty>Nothing fits; try fewer words.</Menu.Empty>
          {groups.map((group) => (
            <Menu.Group key={group} heading={group}>
              {entries
                .filter((entry) => entry.group === group)
                .map((entry) => (
                  <Menu.Item key={entry.id} value={`${entry.title} ${entry.id}`} onSelect={choose(entry.run)}>
                    {entry.title}
                    {entry.keys ? <kbd>{entry.keys}</kbd> : null}
                  </Menu.Item>
                ))}
            </Menu.Group>
          ))}
          {recent.length > 0 ? <Menu.Group heading="Open again">{recent.map(item)}</Menu.Group> : null}
          <Menu.Group heading="Open a scenario">
            {refs.filter((ref) => ref.id !== activeId && !recent.includes(ref)).map(item)}
          </Menu.Group>
        </Menu.List>
      </Menu>
    </Dialog>
  );
}
