import { lazy, Suspense } from 'react';

const Difference = lazy(async () => ({
  default: (await import('../../editor/text-difference.tsx')).TextDifference,
}));

interface DifferenceViewProps {
  readonly before: string;
  readonly after: string;
}

/** Two texts side by side; the code for it comes when it is first wanted. */
export function DifferenceView({ before, after }: DifferenceViewProps) {
  return (
    <Suspense fallback={<div className="difference" />}>
      <Difference before={before} after={after} />
    </Suspense>
  );
}
