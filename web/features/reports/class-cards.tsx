import { ClassId } from '@preau/shared/kernel/ids.ts';
import { reportsOperations } from '@preau/shared/reports/api.ts';
import type { ClassCardRow } from '@preau/shared/reports/views.ts';
import { PickList } from '@/features/directory/pick-list.tsx';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { schoolOf } from '@/features/identity/shell/visit.ts';
import type { Visit } from '@/features/identity/shell/visitor.ts';
import { moment } from '@/lib/dates.ts';
import { textOf, type Search } from '@/lib/search.ts';
import { load } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Empty } from '@/ui/card.tsx';
import { Notice } from '@/ui/notice.tsx';
import { Page, Tab } from '@/ui/page.tsx';
import { CardStatus } from './card-status.tsx';
import { PeriodForm } from './period-form.tsx';
import { periodIn } from './periods.ts';
import { addressOfCard } from './words.ts';

interface ClassCardsProps {
  readonly visit: Visit;
  readonly search: Awaited<Search>;
}

const ChooseClass = async ({ visit, search }: ClassCardsProps) => {
  const answer = await load(reportsOperations.listCardClasses, { path: { schoolId: schoolOf(visit).schoolId } });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} />;
  const { classes } = answer.output;
  const period = periodIn(search);
  return (
    <Shell visit={visit}>
      <Tab title="Bulletins" />
      <Page title="Bulletins" {...(classes.length === 0 ? {} : { lead: 'Choisissez une classe.' })}>
        <PickList
          items={classes.map((one) => ({
            key: one.classId,
            href: `/bulletins?classe=${one.classId}&periode=${period}`,
            label: one.name,
          }))}
          empty="Aucune classe ne vous est ouverte : la direction, le CPE et le professeur principal lisent les bulletins."
        />
      </Page>
    </Shell>
  );
};

const seenWords = ({ seenBy }: ClassCardRow): string =>
  seenBy.length === 0 ? 'Pas encore consulté' : seenBy.map(({ name, at }) => `Vu par ${name} ${moment(at)}`).join(' ; ');

const PupilRow = ({ row, now }: { readonly row: ClassCardRow; readonly now: string }) => (
  <li className="card flex flex-col gap-2 p-4">
    <div className="flex flex-wrap items-center justify-between gap-2">
      {row.line === undefined ? (
        <span className="font-semibold">{`${row.lastName} ${row.firstName}`}</span>
      ) : (
        <Anchor href={addressOfCard(row.pupilId, row.line)} className="font-semibold">
          {`${row.lastName} ${row.firstName}`}
        </Anchor>
      )}
      {row.line === undefined ? <span className="text-soft">Pas encore scellé</span> : <CardStatus line={row.line} now={now} />}
    </div>
    <p className="flex flex-wrap gap-x-4 gap-y-1 text-soft">
      <span>{row.line === undefined ? null : seenWords(row)}</span>
      <Anchor href={`/bulletins/eleves/${row.pupilId}`}>
        Tous ses bulletins<span className="sr-only">{` : ${row.firstName} ${row.lastName}`}</span>
      </Anchor>
    </p>
  </li>
);

/** The cards of a class and who has opened them, for the head, the CPE and the head teacher. */
export const ClassCards = async ({ visit, search }: ClassCardsProps) => {
  const classId = ClassId.safeParse(textOf(search['classe'])).data;
  if (classId === undefined) return <ChooseClass visit={visit} search={search} />;
  const period = periodIn(search);
  const answer = await load(reportsOperations.listClassCards, { path: { schoolId: schoolOf(visit).schoolId, classId }, query: { period } });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} />;
  const { className, rows } = answer.output;
  const now = new Date().toISOString();
  const address = `classe=${classId}&periode=${period}`;
  return (
    <Shell visit={visit}>
      <Tab title={`Bulletins · ${className}`} />
      <Page title={`Bulletins de la classe ${className}`}>
        {textOf(search['erreur']) === undefined ? null : (
          <Notice tone="refused" live="alert">
            Aucun bulletin en vigueur pour cette période : scellez d’abord ceux de la classe.
          </Notice>
        )}
        <PeriodForm action="/bulletins" period={period} kept={{ classe: classId }} />
        {rows.length === 0 ? (
          <Empty>Aucun élève dans cette classe.</Empty>
        ) : (
          <ul className="flex flex-col gap-2">
            {rows.map((row) => (
              <PupilRow key={row.pupilId} row={row} now={now} />
            ))}
          </ul>
        )}
        <p className="flex flex-wrap gap-x-6 gap-y-2">
          <Anchor href={`/bulletins/archive?${address}`}>Télécharger tous les PDF (zip)</Anchor>
          <Anchor href={`/bulletins/export?${address}`}>Télécharger la liste (CSV)</Anchor>
          <Anchor href={`/bulletins?periode=${period}`}>Revenir aux classes</Anchor>
        </p>
      </Page>
    </Shell>
  );
};
