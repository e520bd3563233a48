import { ExplainPage } from '@/features/assessment/results/explain-page.tsx';
import { findAbout, periodIn, readResultsOf, type Found, type Results } from '@/features/assessment/results/find-results.ts';
import { resultsTexts } from '@/features/assessment/results/texts.ts';
import { PlainPage, plainProps } from '@/features/identity/shell/plain-page.tsx';
import { textOf } from '@/lib/search.ts';

export const config = { runtime: 'nodejs', unstable_runtimeJS: false };

interface Explained {
  readonly found: Found<Results>;
  /** Absent: the general average. */
  readonly serviceId: string | null;
}

export const getServerSideProps = plainProps<Explained>(async (sent, ask, query) => {
  const found = await findAbout({ sent, ask, query }, (pupilId) => readResultsOf(pupilId, periodIn(query), ask));
  return 'leadTo' in found ? found : { found, serviceId: textOf(query['matiere']) ?? null };
});

const ExplainRoute = ({ found, serviceId }: Explained) => (
  <PlainPage title={resultsTexts(found.setting.language).explainTitle}>
    <ExplainPage found={found} serviceId={serviceId ?? undefined} />
  </PlainPage>
);

export default ExplainRoute;
