import { identityOperations } from '@preau/shared/identity/api.ts';
import { GuichetList } from '@/features/identity/sign-in/guichet-list.tsx';
import { signInTexts } from '@/features/identity/sign-in/texts.ts';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { oneOf, type Search } from '@/lib/search.ts';
import { ask, pageLanguage } from '@/lib/session.ts';
import { returnPath } from '@/lib/return-path.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Notice } from '@/ui/notice.tsx';
import { Page, Tab } from '@/ui/page.tsx';

const SignInPage = async ({ searchParams }: { readonly searchParams: Search }) => {
  const search = await searchParams;
  const texts = signInTexts(await pageLanguage());
  const answer = await ask(identityOperations.listGuichets, {});
  const reason = oneOf(search['motif'], ['session', 'deconnecte']);
  return (
    <Shell>
      <Tab title={texts.title} />
      <Page title={texts.title} lead={texts.lead}>
        {reason === 'session' ? <Notice tone="info">{texts.sessionEnded}</Notice> : null}
        {reason === 'deconnecte' ? (
          <Notice tone="done" live="status">
            {texts.signedOut}
          </Notice>
        ) : null}
        {answer.ok ? (
          <GuichetList guichets={answer.output.guichets} returnTo={returnPath(search['retour'])} />
        ) : (
          <Notice tone="warning">{texts.unavailable}</Notice>
        )}
        <p>
          {texts.noAccount} <Anchor href="/connexion/aide">{texts.helpLink}</Anchor>
        </p>
      </Page>
    </Shell>
  );
};

export default SignInPage;
