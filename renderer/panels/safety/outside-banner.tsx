import type { OpenDocument } from '../../state/documents.ts';
import { gone } from '../../state/safety/follow-file.ts';
import { useStores } from '../../state/use-stores.ts';
import { Button } from '../../ui/button.tsx';

/** Asks, without standing in the way of typing, what is to become of a text whose file has changed against it. */
export function OutsideBanner({ document }: { readonly document: OpenDocument }) {
  const { files } = useStores();
  const { id, outsideRevision } = document;
  if (outsideRevision === null) return null;
  const isGone = outsideRevision === gone;
  return (
    <div className="outside-banner" role="alert">
      <p>
        {isGone
          ? 'The file was deleted or moved. Your text is still here.'
          : 'The file changed on disk where you changed it too. Nothing has been replaced.'}
      </p>
      {isGone ? (
        <Button onClick={() => void files.save(id)}>Save it again</Button>
      ) : (
        <Button onClick={() => void files.compareWithFile(id)}>Compare and choose…</Button>
      )}
    </div>
  );
}
