import type { Found } from '@/features/assessment/results/find-results.ts';
import { findSimulation, type Simulated } from '@/features/assessment/results/find-simulation.ts';
import { SimulationPage } from '@/features/assessment/results/simulation-page.tsx';
import { resultsTexts } from '@/features/assessment/results/texts.ts';
import { PlainPage, plainProps } from '@/features/identity/shell/plain-page.tsx';

export const config = { runtime: 'nodejs', unstable_runtimeJS: false };

interface Asked {
  readonly found: Found<Simulated>;
  /** What was typed, which no address may tell. */
  readonly typed: Readonly<Record<string, string>>;
}

export const getServerSideProps = plainProps<Asked>(async (sent, ask, query, typed) => {
  const found = await findSimulation(sent, ask, query);
  return 'leadTo' in found ? found : { found, typed };
});

const SimulationRoute = ({ found, typed }: Asked) => (
  <PlainPage title={resultsTexts(found.setting.language).simulateTitle}>
    <SimulationPage found={found} typed={typed} />
  </PlainPage>
);

export default SimulationRoute;
