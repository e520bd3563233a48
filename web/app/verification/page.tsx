import { reportsOperations } from '@preau/shared/reports/api.ts';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { Verdict } from '@/features/reports/verdict.tsx';
import { askAs } from '@/lib/ask.ts';
import { textOf, type Search } from '@/lib/search.ts';
import { TextField } from '@/ui/field.tsx';
import { Notice } from '@/ui/notice.tsx';
import { Page, Tab } from '@/ui/page.tsx';

const TITLE = 'Vérifier un bulletin';

const Answer = async ({ code }: { readonly code: string }) => {
  const answer = await askAs(undefined)(reportsOperations.verifyCard, { path: { code } });
  if (answer.ok) return <Verdict found={answer.output} />;
  return (
    <Notice tone="refused" live="alert">
      {answer.refusal.title}
    </Notice>
  );
};

/** Anybody who holds a paper learns whether it is genuine, without signing in. */
const VerificationPage = async ({ searchParams }: { readonly searchParams: Search }) => {
  const code =
    textOf((await searchParams)['code'])
      ?.trim()
      .slice(0, 40) ?? '';
  return (
    <Shell>
      <Tab title={TITLE} />
      <Page title={TITLE} lead="Le code de vérification est au bas de chaque bulletin.">
        {code === '' ? null : <Answer code={code} />}
        <form action="/verification" className="flex flex-wrap items-end gap-3">
          <TextField
            id="code"
            name="code"
            label="Code de vérification"
            hint="Douze lettres et chiffres, avec ou sans tirets."
            autoComplete="off"
            defaultValue={code}
          />
          <button type="submit" className="btn btn-primary">
            Vérifier
          </button>
        </form>
      </Page>
    </Shell>
  );
};

export default VerificationPage;
