import { LocalForm } from '@/features/identity/sign-in/local-form.tsx';
import { signInTexts } from '@/features/identity/sign-in/texts.ts';
import { Shell } from '@/features/identity/shell/shell.tsx';
import type { Search } from '@/lib/search.ts';
import { pageLanguage } from '@/lib/session.ts';
import { returnPath } from '@/lib/return-path.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Page } from '@/ui/page.tsx';

const LocalSignInPage = async ({ searchParams }: { readonly searchParams: Search }) => {
  const texts = signInTexts(await pageLanguage());
  return (
    <Shell>
      <Page title={texts.localTitle} lead={texts.localLead}>
        <LocalForm texts={texts} returnTo={returnPath((await searchParams)['retour'])} />
        <p>
          <Anchor href="/connexion">{texts.back}</Anchor>
        </p>
      </Page>
    </Shell>
  );
};

export default LocalSignInPage;
