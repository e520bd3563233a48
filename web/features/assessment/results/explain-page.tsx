import { periodName } from '@preau/shared/assessment/periods.ts';
import type { Explanation } from '@preau/shared/assessment/explain.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Card, Section } from '@/ui/card.tsx';
import { Notice } from '@/ui/notice.tsx';
import { explainAddress, resultsAddress } from './addresses.ts';
import { ExplainedTable } from './explained-table.tsx';
import { explainAll, explainSubject } from './explanation.ts';
import { FamilyPage } from './family-page.tsx';
import type { Found, Results } from './find-results.ts';
import { resultsTexts } from './texts.ts';
import { Trend } from './trend.tsx';

interface ExplainedProps {
  readonly explanation: Explanation;
  readonly of: string;
  readonly title: string;
}

const Explained = ({ explanation: { parts, total, average, rounding, withheld }, of, title }: ExplainedProps) => (
  <Section id="calcul" title={title}>
    {withheld === undefined ? null : <Notice tone="warning">{withheld}</Notice>}
    {average === undefined || rounding === undefined ? null : (
      <Card className="p-5 sm:p-6">
        <p className="text-4xl leading-none font-bold tabular-nums">{rounding.shown}</p>
        <p className="mt-2 text-soft">{`${average.text}, arrondi ${rounding.words}.`}</p>
      </Card>
    )}
    {parts.map((mean, index) => (
      <div key={mean.label ?? index} className="flex flex-col gap-2">
        {mean.label === undefined ? null : <h3 className="text-lg">{mean.label}</h3>}
        <ExplainedTable mean={mean} of={of} caption={mean.label === undefined ? title : `${title} : ${mean.label}`} />
        {mean.formula === undefined ? null : <p className="font-semibold wrap-anywhere">{mean.formula}</p>}
      </div>
    ))}
    {total === undefined ? null : (
      <div className="flex flex-col gap-2">
        <h3 className="text-lg">Ensemble</h3>
        <ExplainedTable mean={total} of="Sous-matière" caption={`${title} : ensemble`} />
        {total.formula === undefined ? null : <p className="font-semibold wrap-anywhere">{total.formula}</p>}
      </div>
    )}
  </Section>
);

interface ShownProps {
  readonly results: Results;
  readonly serviceId: string | undefined;
  readonly isPupil: boolean;
  readonly back: string;
}

const Shown = ({ results, serviceId, isPupil, back }: ShownProps) => {
  const subject = results.subjects.find((one) => one.serviceId === serviceId);
  const place = { ...(isPupil ? {} : { pupilId: results.pupil.pupilId }), period: results.period };
  return (
    <>
      <p className="text-lg text-soft">{`${periodName(results.period)}. Chaque ligne dit ce qui compte, combien, et pourquoi le reste ne compte pas.`}</p>
      {subject === undefined ? (
        <Explained explanation={explainAll(results)} of="Matière" title="Moyenne générale" />
      ) : (
        <>
          <Explained explanation={explainSubject(subject, results)} of="Évaluation" title={subject.subject} />
          <Trend marks={subject.marks} title={`Les notes dans l’ordre : ${subject.subject}`} />
        </>
      )}
      <p className="flex flex-wrap gap-x-6 gap-y-2">
        <Anchor href={resultsAddress(place)}>{back}</Anchor>
        {subject === undefined ? null : <Anchor href={explainAddress(place)}>Expliquer la moyenne générale</Anchor>}
      </p>
    </>
  );
};

/** What each reader may do again by hand: every number that leads to an average. */
export const ExplainPage = ({ found, serviceId }: { readonly found: Found<Results>; readonly serviceId: string | undefined }) => {
  const { setting, visit } = found;
  const texts = resultsTexts(setting.language);
  return (
    <FamilyPage found={found} title={texts.explainTitle} hrefOf={(pupilId) => explainAddress({ pupilId })}>
      {(results) => <Shown results={results} serviceId={serviceId} isPupil={visit.role === 'pupil'} back={texts.back} />}
    </FamilyPage>
  );
};
