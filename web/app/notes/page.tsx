import { marksOperations } from '@preau/shared/assessment/marks-api.ts';
import { ClassServices } from '@/features/assessment/marks/class-services.tsx';
import { ServiceList } from '@/features/assessment/marks/service-list.tsx';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit } from '@/features/identity/shell/visit.ts';
import { textOf, type Search } from '@/lib/search.ts';
import { load } from '@/lib/session.ts';
import { Page, Tab } from '@/ui/page.tsx';

const TITLE = 'Notes';

/** Marks as each role needs them: teachers their services, the head and the CPE their classes. */
const MarksPage = async ({ searchParams }: { readonly searchParams: Search }) => {
  const visit = await openVisit();
  const search = await searchParams;
  if (visit.role === 'office' || visit.role === 'head' || textOf(search['classe']) !== undefined)
    return <ClassServices visit={visit} search={search} />;
  const answer = await load(marksOperations.listServices, {});
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} current="marks" />;
  const { services, today } = answer.output;
  return (
    <Shell visit={visit} current="marks">
      <Tab title={TITLE} />
      <Page title={TITLE} lead="Vos services, tels que l’emploi du temps les donne." wide>
        <ServiceList
          services={services}
          today={today}
          empty="Aucun cours n’est à votre nom dans l’emploi du temps. Adressez-vous au secrétariat de votre établissement."
        />
      </Page>
    </Shell>
  );
};

export default MarksPage;
