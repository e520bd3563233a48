import type { ServiceRow } from '@preau/shared/assessment/marks-views.ts';
import { periodName, periodOn } from '@preau/shared/assessment/periods.ts';
import { servicesOperations } from '@preau/shared/assessment/services-api.ts';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit } from '@/features/identity/shell/visit.ts';
import { capital } from '@/lib/dates.ts';
import { load } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Empty } from '@/ui/card.tsx';
import { Page, Tab } from '@/ui/page.tsx';

const TITLE = 'Appréciations';

const Service = ({ row: { service, periods }, today }: { readonly row: ServiceRow; readonly today: string }) => {
  const current = periodOn(periods, today)?.key;
  return (
    <li className="card flex flex-col gap-2 p-4">
      <h2 className="text-lg">{`${service.subject} · ${service.to}`}</h2>
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        {periods.map(({ key, closedFor }) => (
          <li key={key}>
            <Anchor href={`/appreciations/${service.serviceId}?periode=${key}`} className={key === current ? 'font-bold' : ''}>
              {capital(periodName(key))}
              <span className="sr-only">{` : ${service.subject}, ${service.to}`}</span>
            </Anchor>
            <span className="text-soft">
              {`${key === current ? ' (en cours)' : ''}${closedFor.length === service.classes.length ? ' (close)' : ''}`}
            </span>
          </li>
        ))}
      </ul>
    </li>
  );
};

const RemarksIndexPage = async () => {
  const visit = await openVisit();
  const answer = await load(servicesOperations.listServices, {});
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} />;
  const { services, today } = answer.output;
  return (
    <Shell visit={visit} current="marks">
      <Tab title={TITLE} />
      <Page title={TITLE} lead="Choisissez une matière et une période.">
        {services.length === 0 ? (
          <Empty>Aucun service à votre emploi du temps. Vérifiez-le avec le secrétariat.</Empty>
        ) : (
          <ul className="flex flex-col gap-3">
            {services.map((row) => (
              <Service key={row.service.serviceId} row={row} today={today} />
            ))}
          </ul>
        )}
      </Page>
    </Shell>
  );
};

export default RemarksIndexPage;
