import { filesOperations } from '@preau/shared/files/api.ts';
import { OwnFileCard } from '@/features/files/own-file.tsx';
import { ownFilesTexts as texts } from '@/features/files/own-files-texts.ts';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit } from '@/features/identity/shell/visit.ts';
import { textOf, type Search } from '@/lib/search.ts';
import { load } from '@/lib/session.ts';
import { sizeWords } from '@/lib/sizes.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Empty, Section } from '@/ui/card.tsx';
import { FormsTab } from '@/ui/forms-tab.tsx';
import { Outcome } from '@/ui/outcome.tsx';
import { Page } from '@/ui/page.tsx';

const OwnFilesPage = async ({ searchParams }: { readonly searchParams: Search }) => {
  const visit = await openVisit();
  const search = await searchParams;
  const after = textOf(search['apres']);
  const answer = await load(filesOperations.listFiles, { query: after === undefined ? {} : { after } });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} />;
  const { files, next, usedBytes, maxBytes } = answer.output;
  return (
    <Shell visit={visit}>
      <FormsTab title={texts.title}>
        <Page title={texts.title} lead={texts.used(sizeWords(usedBytes), sizeWords(maxBytes))}>
          <Outcome search={search} said={{ supprime: texts.withdrawn }} />
          <Section id="liste" title={texts.list}>
            {files.length === 0 ? (
              <Empty>{texts.none}</Empty>
            ) : (
              <ul className="flex flex-col gap-3">
                {files.map((file) => (
                  <OwnFileCard key={file.fileId} file={file} />
                ))}
              </ul>
            )}
            <div className="flex flex-wrap gap-3">
              {after === undefined ? null : (
                <Anchor href="/fichiers" className="btn btn-quiet">
                  {texts.newest}
                </Anchor>
              )}
              {next === undefined ? null : (
                <Anchor href={`/fichiers?${new URLSearchParams({ apres: next }).toString()}`} className="btn btn-quiet">
                  {texts.older}
                </Anchor>
              )}
            </div>
          </Section>
        </Page>
      </FormsTab>
    </Shell>
  );
};

export default OwnFilesPage;
