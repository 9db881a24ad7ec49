import type { ComponentType } from 'react';
import type { BottomTab } from '../../state/layout.ts';
import { showPlace } from '../../state/show-place.ts';
import { useActiveDocument, useStores } from '../../state/use-stores.ts';
import { ActualsPanel } from '../analysis/actuals-panel.tsx';
import { DistributionPanel } from '../analysis/distribution-panel.tsx';
import { SensitivityPanel } from '../analysis/sensitivity-panel.tsx';
import { ChecksList } from './checks-list.tsx';
import { ExplainPanel } from './explain-panel.tsx';
import { LedgerPanel } from './ledger-panel.tsx';
import { ProblemsList } from './problems-list.tsx';
import { SourcesPanel } from './sources-panel.tsx';
import { TablePanel } from './table-panel.tsx';

const bodies: Readonly<Record<BottomTab, ComponentType>> = {
  problems: Problems,
  table: TablePanel,
  explain: ExplainPanel,
  sensitivity: SensitivityPanel,
  distribution: DistributionPanel,
  actuals: ActualsPanel,
  ledger: LedgerPanel,
  sources: SourcesPanel,
  checks: ChecksList,
};

/** What a tab of the details shows. */
export function DetailsBody({ tab }: { readonly tab: BottomTab }) {
  const Body = bodies[tab];
  return <Body />;
}

function Problems() {
  const stores = useStores();
  const problems = useActiveDocument()?.problems ?? [];
  return <ProblemsList problems={problems} onShow={(problem) => void showPlace(stores, problem)} />;
}
