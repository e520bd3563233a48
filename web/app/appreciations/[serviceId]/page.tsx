import { periodName, PeriodKey } from '@preau/shared/assessment/periods.ts';
import { remarksOperations } from '@preau/shared/assessment/remarks-api.ts';
import { ServiceId } from '@preau/shared/kernel/ids.ts';
import { AcceptForm } from '@/features/assessment/remarks/accept-form.tsx';
import { ProgrammeForm, ProgrammeList } from '@/features/assessment/remarks/programme-form.tsx';
import { ProofreadForm } from '@/features/assessment/remarks/proofread-form.tsx';
import { ReadRemarks } from '@/features/assessment/remarks/read-remarks.tsx';
import { WriteForm } from '@/features/assessment/remarks/write-form.tsx';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit } from '@/features/identity/shell/visit.ts';
import { notFoundRefusal } from '@/lib/refusal.ts';
import { oneOf, textOf, type Search } from '@/lib/search.ts';
import { load } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Empty } from '@/ui/card.tsx';
import { FormsTab } from '@/ui/forms-tab.tsx';
import { Outcome } from '@/ui/outcome.tsx';
import { Page } from '@/ui/page.tsx';

const SAID = {
  ecrit: 'Appréciations enregistrées. Le professeur principal peut les relire.',
  brouillon: 'Brouillon gardé : vous seul et vos co-enseignants le lisez.',
  relu: 'Relecture enregistrée.',
  positions: 'Positionnements repris. Vous pouvez encore en changer.',
  rien: 'Rien n’a changé : rien n’était à enregistrer.',
};

interface RemarksPageProps {
  readonly params: Promise<{ readonly serviceId: string }>;
  readonly searchParams: Search;
}

const RemarksPage = async ({ params, searchParams }: RemarksPageProps) => {
  const visit = await openVisit();
  const search = await searchParams;
  const serviceId = ServiceId.safeParse((await params).serviceId).data;
  const period = PeriodKey.safeParse(textOf(search['periode'])).data;
  if (serviceId === undefined || period === undefined) return <RefusedPage visit={visit} refusal={notFoundRefusal} />;
  const answer = await load(remarksOperations.readRemarks, { path: { serviceId, period } });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} />;
  const grid = answer.output;
  const proofreads = grid.mayProofread && (!grid.mayWrite || oneOf(search['relire'], ['oui']) !== undefined);
  const title = `${proofreads ? 'Relire les appréciations' : 'Appréciations'} · ${grid.subject} · ${grid.to}`;
  const here = `/appreciations/${serviceId}?periode=${period}`;
  const writes = grid.mayWrite && !proofreads;
  const isEmpty = grid.pupils.length === 0;
  return (
    <Shell visit={visit} current="marks">
      <FormsTab title={title}>
        <Page title={title} lead={periodName(period)}>
          <Outcome search={search} said={SAID} />
          {grid.mayWrite && grid.mayProofread ? (
            <p>{proofreads ? <Anchor href={here}>Écrire</Anchor> : <Anchor href={`${here}&relire=oui`}>Relire</Anchor>}</p>
          ) : null}
          {isEmpty ? <Empty>Aucun élève dans ce service. Vérifiez l’emploi du temps et les groupes.</Empty> : null}
          <p>
            <Anchor href={`/appreciations/${serviceId}/tableur?periode=${period}`}>Dans un tableur</Anchor>
          </p>
          {writes && grid.classes.every(({ closed }) => !closed) ? <ProgrammeForm grid={grid} /> : <ProgrammeList grid={grid} />}
          {isEmpty || !proofreads ? null : <ProofreadForm grid={grid} />}
          {isEmpty || !writes ? null : (
            <>
              <AcceptForm grid={grid} />
              <WriteForm grid={grid} />
            </>
          )}
          {isEmpty || proofreads || grid.mayWrite ? null : <ReadRemarks grid={grid} />}
        </Page>
      </FormsTab>
    </Shell>
  );
};

export default RemarksPage;
