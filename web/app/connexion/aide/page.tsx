import { HelpReason } from '@preau/shared/identity/schema.ts';
import { GENERAL_HELP, HELP, signInTexts } from '@/features/identity/sign-in/texts.ts';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { oneOf, type Search } from '@/lib/search.ts';
import { pageLanguage } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Card } from '@/ui/card.tsx';
import { Page, Tab } from '@/ui/page.tsx';

const SignInHelpPage = async ({ searchParams }: { readonly searchParams: Search }) => {
  const texts = signInTexts(await pageLanguage());
  const reason = oneOf((await searchParams)['motif'], HelpReason.options);
  const help = reason === undefined ? GENERAL_HELP : HELP[reason];
  return (
    <Shell>
      <Tab title={texts.helpTitle} />
      <Page title={texts.helpTitle}>
        <Card className="p-5 sm:p-6">
          <div lang="fr" className="flex flex-col gap-3 text-lg">
            <p className="font-bold">{help.what}</p>
            <p>{help.next}</p>
          </div>
        </Card>
        <Anchor href="/connexion" className="btn btn-primary self-start">
          {texts.tryAgain}
        </Anchor>
      </Page>
    </Shell>
  );
};

export default SignInHelpPage;
