import { attendanceOperations } from '@preau/shared/attendance/api.ts';
import { AutoRefresh } from '@/ui/auto-refresh.tsx';
import { WaitingNotice } from '@/features/alerts/waiting-notice.tsx';
import { RegisterRows } from '@/features/attendance/office/register-rows.tsx';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit, schoolOf } from '@/features/identity/shell/visit.ts';
import { capital, hourOf, longDate, nowInSchool } from '@/lib/dates.ts';
import { oneOf, type Search } from '@/lib/search.ts';
import { load } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Empty } from '@/ui/card.tsx';
import { Page, Tab } from '@/ui/page.tsx';

const TITLE = 'Appels du jour';

const RegistersPage = async ({ searchParams }: { readonly searchParams: Search }) => {
  const visit = await openVisit();
  const { schoolId } = schoolOf(visit);
  const wholeDay = oneOf((await searchParams)['voir'], ['jour']) === 'jour';
  const now = nowInSchool();
  const answer = await load(attendanceOperations.listRegisters, { path: { schoolId }, query: wholeDay ? {} : { time: now.time } });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} current="rolls" />;
  const { registers, counts, date } = answer.output;
  return (
    <Shell visit={visit} current="rolls">
      <Tab title={TITLE} />
      <Page title={TITLE} wide lead={`${capital(longDate(date))}, à ${hourOf(now.instant)}`}>
        <WaitingNotice schoolId={schoolId} />
        <output className="block text-lg">
          <strong>{`${counts.done} ${counts.done > 1 ? 'faits' : 'fait'}`}</strong>
          {` · ${counts.expected} ${counts.expected > 1 ? 'attendus' : 'attendu'} · `}
          <strong>{`${counts.late} en retard`}</strong>
          {` · ${counts.missing} ${counts.missing > 1 ? 'manquants' : 'manquant'} · ${counts.notYet} à venir`}
        </output>
        <div className="flex flex-wrap gap-3">
          <Anchor href={wholeDay ? '/vie-scolaire?voir=jour' : '/vie-scolaire'} className="btn btn-primary">
            Actualiser
          </Anchor>
          <Anchor href={wholeDay ? '/vie-scolaire' : '/vie-scolaire?voir=jour'} className="btn btn-quiet">
            {wholeDay ? 'Voir les cours du moment' : 'Voir toute la journée'}
          </Anchor>
          <Anchor href="/vie-scolaire/cours" className="btn btn-quiet">
            Modifier un cours
          </Anchor>
          <AutoRefresh />
        </div>
        {registers.length === 0 ? (
          <Empty>{wholeDay ? 'Aucun cours aujourd’hui.' : 'Aucun cours en ce moment. Ouvrez toute la journée pour voir les autres.'}</Empty>
        ) : null}
        <RegisterRows rows={registers} date={date} />
      </Page>
    </Shell>
  );
};

export default RegistersPage;
