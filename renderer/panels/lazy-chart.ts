import { lazy } from 'react';

/** A chart whose code arrives with the first use. */
export const LazyChart = lazy(async () => ({ default: (await import('../charts/chart.tsx')).Chart }));
