import { findResults, type Found, type Results } from '@/features/assessment/results/find-results.ts';
import { ResultsPage } from '@/features/assessment/results/results-page.tsx';
import { resultsTexts } from '@/features/assessment/results/texts.ts';
import { PlainPage, plainProps } from '@/features/identity/shell/plain-page.tsx';

export const config = { runtime: 'nodejs', unstable_runtimeJS: false };

export const getServerSideProps = plainProps<Found<Results>>((sent, ask, query) => findResults(sent, ask, query, new Date().toISOString()));

const ResultsRoute = (found: Found<Results>) => (
  <PlainPage title={resultsTexts(found.setting.language).title}>
    <ResultsPage {...found} />
  </PlainPage>
);

export default ResultsRoute;
