import { alertsOperations } from '@preau/shared/alerts/api.ts';
import { attendanceOperations } from '@preau/shared/attendance/api.ts';
import { directoryOperations } from '@preau/shared/directory/api.ts';
import { PersonId } from '@preau/shared/kernel/ids.ts';
import { DeliveryTable } from '@/features/alerts/delivery-table.tsx';
import { DayList } from '@/features/attendance/family/day-list.tsx';
import { familyTexts, halfDayWords } from '@/features/attendance/family/texts.ts';
import { RecordedObjection } from '@/features/directory/objection/recorded-objection.tsx';
import { GuardianCard } from '@/features/directory/pupil-file/guardian-card.tsx';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit } from '@/features/identity/shell/visit.ts';
import { notFoundRefusal } from '@/lib/refusal.ts';
import type { Search } from '@/lib/search.ts';
import { load } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Empty, Section } from '@/ui/card.tsx';
import { FormsTab } from '@/ui/forms-tab.tsx';
import { Outcome } from '@/ui/outcome.tsx';
import { Page } from '@/ui/page.tsx';

interface PupilPageProps {
  readonly params: Promise<{ readonly pupilId: string }>;
  readonly searchParams: Search;
}

const PupilPage = async ({ params, searchParams }: PupilPageProps) => {
  const visit = await openVisit();
  const pupilId = PersonId.safeParse((await params).pupilId).data;
  if (pupilId === undefined) return <RefusedPage visit={visit} refusal={notFoundRefusal} current="families" />;
  const path = { pupilId };
  const [file, alerts, days] = await Promise.all([
    load(directoryOperations.readPupil, { path }),
    load(alertsOperations.listDeliveries, { path, query: {} }),
    load(attendanceOperations.listDays, { path, query: {} }),
  ]);
  if (!file.ok) return <RefusedPage visit={visit} refusal={file.refusal} current="families" />;
  const pupil = file.output;
  const title = `${pupil.firstName} ${pupil.lastName}`;
  const names = new Map<string, string>(
    pupil.guardians.map((one) => [one.guardianId, `${one.firstName ?? ''} ${one.lastName ?? ''}`.trim()]),
  );
  return (
    <Shell visit={visit} current="families">
      <FormsTab title={title}>
        <Page
          title={title}
          wide
          lead={[
            pupil.className,
            pupil.schoolName,
            pupil.adult ? 'Majeur' : undefined,
            pupil.active ? undefined : 'N’est plus dans l’annuaire académique',
          ]
            .filter((part) => part !== undefined)
            .join(' · ')}
        >
          <Outcome
            search={await searchParams}
            said={{
              droits: 'Droits enregistrés. Ils valent dès maintenant, pour les pages et pour les alertes.',
              opposition: 'Opposition enregistrée. Les responsables ne sont plus informés, dès maintenant.',
              levee: 'Opposition levée. Les responsables sont à nouveau informés, dès maintenant.',
            }}
          />
          {pupil.classId === undefined ? null : (
            <Anchor href={`/vie-scolaire/saisir?classe=${pupil.classId}&eleve=${pupil.pupilId}`} className="btn btn-primary self-start">
              Saisir une absence
            </Anchor>
          )}
          <Section id="responsables" title="Responsables">
            <RecordedObjection file={pupil} />
            {pupil.guardians.length === 0 ? (
              <Empty>Aucun responsable connu. Complétez la fiche dans l’annuaire académique.</Empty>
            ) : (
              <ul className="grid items-start gap-4 lg:grid-cols-2">
                {pupil.guardians.map((guardian) => (
                  <GuardianCard key={guardian.guardianId} pupilId={pupil.pupilId} guardian={guardian} mayDecide={pupil.mayDecideRights} />
                ))}
              </ul>
            )}
          </Section>
          <Section id="alertes" title="Alertes">
            {alerts.ok ? (
              <DeliveryTable deliveries={alerts.output.deliveries} nameOf={(guardianId) => names.get(guardianId)} />
            ) : (
              <Empty>{alerts.refusal.title}</Empty>
            )}
          </Section>
          <Section
            id="absences"
            title="Absences du mois"
            {...(days.ok
              ? { aside: <p className="text-soft">{halfDayWords(days.output.halfDays.total, days.output.halfDays.unjustified, 'fr')}</p> }
              : {})}
          >
            {days.ok ? (
              <DayList days={days.output.days} texts={familyTexts('fr')} language="fr" heading="h3" />
            ) : (
              <Empty>{days.refusal.title}</Empty>
            )}
          </Section>
        </Page>
      </FormsTab>
    </Shell>
  );
};

export default PupilPage;
