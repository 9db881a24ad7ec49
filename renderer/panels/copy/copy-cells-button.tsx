import { Button } from '../../ui/button.tsx';

/** Copies a whole table, and says by which keys the table itself does it. */
export function CopyCellsButton({ onClick }: { readonly onClick: () => void }) {
  return (
    <Button title="The whole table as cells for a spreadsheet (Ctrl+C in the table)" onClick={onClick}>
      Copy as cells
    </Button>
  );
}
