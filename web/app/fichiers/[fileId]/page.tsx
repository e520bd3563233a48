import { redirect } from 'next/navigation';
import { filesOperations } from '@preau/shared/files/api.ts';
import { fileFamilies } from '@preau/shared/files/media-types.ts';
import { acceptOf } from '@preau/shared/files/names.ts';
import { FileId } from '@preau/shared/kernel/ids.ts';
import { startUpload } from '@/features/files/actions.ts';
import { fileTexts } from '@/features/files/texts.ts';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit } from '@/features/identity/shell/visit.ts';
import { notFoundRefusal } from '@/lib/refusal.ts';
import { textOf, type Search } from '@/lib/search.ts';
import { load, pageLanguage } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Card } from '@/ui/card.tsx';
import { Notice } from '@/ui/notice.tsx';
import { Page, Tab } from '@/ui/page.tsx';
import { UploadForm } from '@/ui/upload-form.tsx';

interface FilePageProps {
  readonly params: Promise<{ readonly fileId: string }>;
  readonly searchParams: Search;
}

const withFile = (returnTo: string, fileId: FileId): string => `${returnTo}${returnTo.includes('?') ? '&' : '?'}fichier=${fileId}`;

/** One file sent without a script: the bucket brings the browser back here, which goes back to the form that it is for. */
const FilePage = async ({ params, searchParams }: FilePageProps) => {
  const visit = await openVisit();
  const id = FileId.safeParse((await params).fileId);
  if (!id.success) return <RefusedPage visit={visit} refusal={notFoundRefusal} current="home" />;
  const fileId = id.data;
  // The bucket writes the key in the address that it leads back to.
  const isBack = textOf((await searchParams)['key']) !== undefined;
  const arrival = isBack ? await load(filesOperations.confirmArrival, { path: { fileId } }) : undefined;
  const answer = arrival?.ok === true ? arrival : await load(filesOperations.readUpload, { path: { fileId } });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} current="home" />;
  const { purpose, status, arrived, form, explanation, returnTo = '/accueil' } = answer.output;
  if (arrived && status !== 'refused') redirect(withFile(returnTo, fileId));
  const texts = fileTexts(await pageLanguage());
  return (
    <Shell visit={visit} current="home">
      <Tab title={texts.join} faulty={status === 'refused'} />
      <Page title={texts.join}>
        {arrival?.ok === false ? (
          <Notice tone="refused" live="alert">
            {arrival.refusal.title}
          </Notice>
        ) : null}
        {form === undefined ? (
          <>
            <Notice tone="refused" live="alert">
              {explanation ?? texts.refused}
            </Notice>
            <form action={startUpload}>
              <input type="hidden" name="purpose" value={purpose} />
              <input type="hidden" name="returnTo" value={returnTo} />
              <button type="submit" className="btn btn-primary">
                {texts.another}
              </button>
            </form>
          </>
        ) : (
          <Card>
            <UploadForm
              url={form.url}
              fields={form.fields}
              accept={acceptOf(fileFamilies)}
              label={texts.choose}
              hint={texts.hint[purpose]}
              submit={texts.send}
            />
          </Card>
        )}
        <p>
          <Anchor href={returnTo}>Revenir sans joindre de fichier</Anchor>
        </p>
      </Page>
    </Shell>
  );
};

export default FilePage;
