import type { ComponentType } from 'react';
import type { Problem } from '#shared/scenario/problem.ts';
import type { BottomTab } from '../../state/layout.ts';
import { useActiveDocument, useStores } from '../../state/use-stores.ts';
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
  const { editorLink, files } = useStores();
  const problems = useActiveDocument()?.problems ?? [];
  const show = (problem: Problem) =>
    problem.file === undefined ? editorLink.reveal(problem) : void files.open(problem.file);
  return <ProblemsList problems={problems} onShow={show} />;
}
