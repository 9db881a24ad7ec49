import { useRef } from 'react';
import type { PickedDeck } from '../../state/export/export-draft.ts';
import { Button } from '../../ui/button.tsx';

interface DeckPickerProps {
  readonly label: string;
  readonly onPick: (picked: PickedDeck) => void;
}

/** Lets the user pick a deck from the disk. The page gets its name and its contents, never its place. */
export function DeckPicker({ label, onPick }: DeckPickerProps) {
  const input = useRef<HTMLInputElement>(null);
  const read = async (file: File | undefined) => {
    if (file === undefined) return;
    onPick({ name: file.name, deck: new Uint8Array(await file.arrayBuffer()) });
    // The same file can be picked again after it has changed.
    if (input.current) input.current.value = '';
  };
  return (
    <>
      <Button onClick={() => input.current?.click()}>{label}</Button>
      <input
        ref={input}
        type="file"
        accept=".pptx,.potx"
        aria-label={label}
        hidden
        onChange={(event) => void read(event.target.files?.[0])}
      />
    </>
  );
}
