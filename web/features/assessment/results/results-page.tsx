import type { GeneralAverage } from '@preau/shared/assessment/marks-views.ts';
import { ROUNDING_WORDS } from '@preau/shared/assessment/rounding.ts';
import type { Language } from '@preau/shared/directory/schema.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Card, Empty, Section } from '@/ui/card.tsx';
import { Notice } from '@/ui/notice.tsx';
import { explainAddress, resultsAddress, simulationAddress } from './addresses.ts';
import { FamilyPage } from './family-page.tsx';
import type { Found, Results } from './find-results.ts';
import { PeriodLinks } from '../period-links.tsx';
import { SubjectCard } from './subject-card.tsx';
import { resultsTexts, type ResultsTexts } from './texts.ts';
import { classWords } from './words.ts';

const General = ({ general, texts }: { readonly general: GeneralAverage; readonly texts: ResultsTexts }) => {
  if (general.kind === 'notMarked') return <p>{texts.notMarked}</p>;
  if (general.kind === 'withheld') return <p>{texts.withheld(general.subjects.join(', '))}</p>;
  return <p className="text-4xl leading-none font-bold tabular-nums sm:text-5xl">{general.average.shown}</p>;
};

interface ShownProps {
  readonly results: Results;
  readonly isPupil: boolean;
  readonly language: Language;
}

const Shown = ({ results, isPupil, language }: ShownProps) => {
  const texts = resultsTexts(language);
  const { pupil, period, periods, general, figures, rank, subjects, settings } = results;
  const place = { ...(isPupil ? {} : { pupilId: pupil.pupilId }), period };
  const count = subjects.flatMap(({ marks }) => marks).filter((mark) => mark.isNew).length;
  const ofClass = classWords(figures, texts);
  return (
    <>
      <PeriodLinks label={texts.periods} periods={periods} chosen={period} hrefOf={(key) => resultsAddress({ ...place, period: key })} />
      {count === 0 ? null : <Notice tone="info">{texts.newMarks(count)}</Notice>}
      <Card className="flex flex-col gap-3 p-5 sm:p-6">
        <h2 className="text-xl">{texts.general}</h2>
        <General general={general} texts={texts} />
        {ofClass === undefined ? null : <p className="text-soft">{ofClass}</p>}
        {rank === undefined ? null : <p className="text-soft">{texts.rank(rank.rank, rank.of)}</p>}
        <p className="flex flex-wrap gap-2">
          <Anchor href={explainAddress(place)} className="btn btn-quiet">
            {isPupil ? texts.explain : texts.explainOf(pupil.firstName)}
          </Anchor>
          <Anchor href={simulationAddress(place)} className="btn btn-quiet">
            {texts.simulate}
          </Anchor>
        </p>
      </Card>
      <Section id="notes" title={texts.marks}>
        {subjects.length === 0 ? (
          <Empty>{texts.noSubject}</Empty>
        ) : (
          <ul className="grid items-start gap-4 lg:grid-cols-2">
            {subjects.map((subject) => (
              <SubjectCard
                key={subject.serviceId}
                subject={subject}
                explainAt={explainAddress(place, subject.serviceId)}
                texts={texts}
                language={language}
              />
            ))}
          </ul>
        )}
      </Section>
      <p className="flex flex-wrap gap-x-6 gap-y-2">
        <Anchor href={isPupil ? '/competences' : `/competences?eleve=${pupil.pupilId}`}>{texts.skills}</Anchor>
        <Anchor href="/bulletins">{texts.cards}</Anchor>
      </p>
      <p className="text-soft">{texts.rounding(ROUNDING_WORDS[settings.rounding])}</p>
    </>
  );
};

/** A pupil's results: his own marks first, the class's figures muted, no rank unless the school shows it. */
export const ResultsPage = (found: Found<Results>) => (
  <FamilyPage found={found} title={resultsTexts(found.setting.language).title} hrefOf={(pupilId) => resultsAddress({ pupilId })}>
    {(results) => <Shown results={results} isPupil={found.visit.role === 'pupil'} language={found.setting.language} />}
  </FamilyPage>
);
