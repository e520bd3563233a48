import { displayed, decimalText, frenchDecimal } from '@preau/shared/assessment/rounding.ts';
import { simulate, type Needed, type Simulation } from '@preau/shared/assessment/simulation.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Card, Section } from '@/ui/card.tsx';
import { TextField } from '@/ui/field.tsx';
import { Notice } from '@/ui/notice.tsx';
import { WideTable } from '@/ui/wide-table.tsx';
import { resultsAddress, simulationAddress } from './addresses.ts';
import { FamilyPage } from './family-page.tsx';
import type { Found } from './find-results.ts';
import { EXAMS, examOf, knownOf, originsOf, partsOf, type ExamName, type Part, type Simulated } from './find-simulation.ts';
import { resultsTexts } from './texts.ts';

const NAMES: Readonly<Record<ExamName, string>> = {
  brevet: 'Brevet',
  'bac-general': 'Bac général',
  'bac-technologique': 'Bac technologique',
};

const neededWords = ({ state, average }: Needed): string => {
  if (state === 'reached') return 'Déjà atteint, quoi qu’il arrive';
  if (state === 'impossible' || average === undefined) return 'N’est plus possible';
  return `${displayed(average, 's1')} de moyenne sur ce qui reste`;
};

const Outcome = ({ simulation: { result, outcome, missing, needed } }: { readonly simulation: Simulation }) => (
  <Section id="resultat" title="Avec ces notes">
    {result === undefined ? (
      <Notice tone="info">
        <p>{`Il manque : ${missing.map(({ label }) => label).join(' ; ')}. Rien de ce qui manque n’est compté comme un zéro.`}</p>
      </Notice>
    ) : (
      <Card className="p-5 sm:p-6">
        <p className="text-4xl leading-none font-bold tabular-nums">{decimalText(result)}</p>
        <p className="mt-2 text-lg font-semibold">{outcome?.label ?? ''}</p>
      </Card>
    )}
    <WideTable label="Ce qu’il faut pour chaque résultat">
      <table className="w-full">
        <caption className="sr-only">Ce qu’il faut pour chaque résultat</caption>
        <thead>
          <tr className="border-b-2 border-line">
            <th scope="col" className="px-4 py-2.5 text-start font-semibold">
              Résultat
            </th>
            <th scope="col" className="px-4 py-2.5 text-start font-semibold">
              Il faut
            </th>
          </tr>
        </thead>
        <tbody>
          {needed.map((one) => (
            <tr key={one.threshold.from} className="border-b border-line last:border-b-0">
              <th scope="row" className="px-4 py-2.5 text-start font-normal">
                {one.threshold.label}
              </th>
              <td className="px-4 py-2.5">{neededWords(one)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  </Section>
);

const PartField = ({
  part: { key, label, coefficient, text, fault },
  origin,
}: {
  readonly part: Part;
  readonly origin: string | undefined;
}) => (
  <TextField
    id={`note-${key}`}
    name={key}
    label={`${label} (coefficient ${frenchDecimal(coefficient)})`}
    defaultValue={text}
    autoComplete="off"
    error={fault}
    {...(origin === undefined ? {} : { hint: origin })}
  />
);

interface ShownProps {
  readonly simulated: Simulated;
  readonly typed: Readonly<Record<string, string>>;
  readonly pupilId: string | undefined;
  readonly back: string;
}

const Shown = ({ simulated: { name, year }, typed, pupilId, back }: ShownProps) => {
  const exam = examOf(name);
  const { parts, values } = partsOf(exam, knownOf(exam, year), typed);
  const origins = originsOf(exam, year);
  const address = simulationAddress({ pupilId });
  const examAddress = (exam: ExamName): string => `${address}${address.includes('?') ? '&' : '?'}examen=${exam}`;
  return (
    <>
      <nav aria-label="Examens">
        <ul className="flex flex-wrap gap-2">
          {EXAMS.map((one) => (
            <li key={one}>
              <Anchor
                href={examAddress(one)}
                current={one === name ? 'page' : false}
                className="btn btn-quiet aria-[current]:border-primary aria-[current]:bg-primary aria-[current]:text-on-primary"
              >
                {NAMES[one]}
              </Anchor>
            </li>
          ))}
        </ul>
      </nav>
      <p className="text-lg text-soft">
        Les épreuves blanches et les moyennes déjà connues sont écrites ; complétez ou changez ce que vous voulez, sur 20. Rien n’est
        enregistré.
      </p>
      <form method="post" action={examAddress(name)} className="flex flex-col gap-5">
        <div className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {parts.map((part) => (
            <PartField key={part.key} part={part} origin={origins[part.key]} />
          ))}
        </div>
        <button type="submit" className="btn btn-primary self-start">
          Calculer
        </button>
      </form>
      <Outcome simulation={simulate(exam, values)} />
      <Section id="hypotheses" title="Ce que ce calcul suppose">
        <ul className="flex list-disc flex-col gap-1 ps-6">
          {exam.assumptions.map(({ text, source, toVerify }) => (
            <li key={text}>
              {text} <span className="text-soft">{`(${source}${toVerify ? ', à vérifier' : ''})`}</span>
            </li>
          ))}
        </ul>
      </Section>
      <p>
        <Anchor href={resultsAddress({ pupilId })}>{back}</Anchor>
      </p>
    </>
  );
};

/** What an exam would give: nothing is recorded, and what is supposed is said. */
export const SimulationPage = ({
  found,
  typed,
}: {
  readonly found: Found<Simulated>;
  readonly typed: Readonly<Record<string, string>>;
}) => {
  const texts = resultsTexts(found.setting.language);
  return (
    <FamilyPage found={found} title={texts.simulateTitle} hrefOf={(pupilId) => simulationAddress({ pupilId })}>
      {(simulated) => (
        <Shown
          simulated={simulated}
          typed={typed}
          pupilId={found.visit.role === 'pupil' ? undefined : found.whose.pupilId}
          back={texts.back}
        />
      )}
    </FamilyPage>
  );
};
