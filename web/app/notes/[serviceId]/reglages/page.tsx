import { marksOperations } from '@preau/shared/assessment/marks-api.ts';
import { grantsOperations } from '@preau/shared/directory/grants-api.ts';
import { ServiceId } from '@preau/shared/kernel/ids.ts';
import { gridAddress } from '@/features/assessment/marks/addresses.ts';
import { ServiceForm } from '@/features/assessment/marks/service-form.tsx';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit } from '@/features/identity/shell/visit.ts';
import { notFoundRefusal } from '@/lib/refusal.ts';
import { load } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Page } from '@/ui/page.tsx';

interface SettingsPageProps {
  readonly params: Promise<{ readonly serviceId: string }>;
}

const TITLE = 'Réglages du service';

const ServiceSettingsPage = async ({ params }: SettingsPageProps) => {
  const visit = await openVisit();
  const id = ServiceId.safeParse((await params).serviceId);
  if (!id.success) return <RefusedPage visit={visit} refusal={notFoundRefusal} current="marks" />;
  const answer = await load(marksOperations.readService, { path: { serviceId: id.data } });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} current="marks" />;
  const { row } = answer.output;
  if (!row.mayChange) return <RefusedPage visit={visit} refusal={notFoundRefusal} current="marks" />;
  const { service } = row;
  const staff = await load(grantsOperations.listTeachers, { path: { schoolId: service.schoolId } });
  const teaches = new Set<string>(service.teachers.map(({ personId }) => personId));
  const colleagues = staff.ok ? staff.output.teachers.filter(({ personId }) => !teaches.has(personId)) : [];
  const name = `${service.to} · ${service.subject}`;
  return (
    <Shell visit={visit} current="marks">
      <Page title={TITLE} lead={name}>
        <ServiceForm
          row={row}
          tab={`${TITLE} · ${name}`}
          colleagues={colleagues.map(({ personId, firstName, lastName }) => ({ personId, name: `${lastName} ${firstName}` }))}
        />
        <p>
          <Anchor href={gridAddress(service.serviceId)}>Revenir aux notes</Anchor>
        </p>
      </Page>
    </Shell>
  );
};

export default ServiceSettingsPage;
