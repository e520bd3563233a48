import * as z from 'zod';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { signOut } from '@/features/identity/sign-in/sign-out.ts';
import { signOutTexts } from '@/features/identity/sign-in/sign-out-texts.ts';
import { readCookie } from '@/lib/cookie-jar.ts';
import { pageLanguage } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Card } from '@/ui/card.tsx';
import { Notice } from '@/ui/notice.tsx';
import { Page, Tab } from '@/ui/page.tsx';

const Farewell = z.object({ label: z.string(), url: z.url({ protocol: /^https?$/u }) });

const farewellOf = (cookie: string | undefined) => {
  try {
    return Farewell.safeParse(JSON.parse(cookie ?? '')).data;
  } catch {
    return undefined;
  }
};

const SignOutPage = async () => {
  const texts = signOutTexts(await pageLanguage());
  const signedIn = ((await readCookie('access')) ?? (await readCookie('refresh')) ?? '') !== '';
  const guichet = farewellOf(await readCookie('farewell'));
  return (
    <Shell>
      <Tab title={texts.title} />
      <Page title={texts.title}>
        {signedIn ? (
          <Card className="p-5 sm:p-6">
            <form action={signOut} className="flex flex-col gap-4">
              <p>{texts.ask}</p>
              <label className="choice self-start">
                <input type="checkbox" name="everywhere" value="oui" />
                {texts.everywhere}
              </label>
              <div className="flex flex-wrap gap-3">
                <button type="submit" className="btn btn-primary">
                  {texts.signOut}
                </button>
                <Anchor href="/accueil" className="btn btn-quiet">
                  {texts.stay}
                </Anchor>
              </div>
            </form>
          </Card>
        ) : (
          <>
            <Notice tone="done" live="status">
              {texts.done}
            </Notice>
            {guichet === undefined ? null : (
              <Card className="flex flex-col gap-3 p-5 sm:p-6">
                <p>{`${texts.stillOpen} ${guichet.label}.`}</p>
                <Anchor href={guichet.url} rel="noreferrer" className="btn btn-primary self-start">
                  {`${texts.close} ${guichet.label}`}
                </Anchor>
              </Card>
            )}
            <p>
              <Anchor href="/connexion">{texts.again}</Anchor>
            </p>
          </>
        )}
      </Page>
    </Shell>
  );
};

export default SignOutPage;
