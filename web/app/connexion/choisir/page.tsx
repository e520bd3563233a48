import { redirect } from 'next/navigation';
import { identityOperations } from '@preau/shared/identity/api.ts';
import { ProfileForm } from '@/features/identity/sign-in/profile-form.tsx';
import { KIND_WORDS, signInTexts } from '@/features/identity/sign-in/texts.ts';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { textOf, type Search } from '@/lib/search.ts';
import { ask, pageLanguage } from '@/lib/session.ts';
import { Page } from '@/ui/page.tsx';

const ChooseProfilePage = async ({ searchParams }: { readonly searchParams: Search }) => {
  const language = await pageLanguage();
  const texts = signInTexts(language);
  const ticket = textOf((await searchParams)['ticket']) ?? '';
  const answer = await ask(identityOperations.readProfileChoice, { path: { ticket } });
  if (!answer.ok) redirect(`/connexion/aide?motif=${answer.refusal.status === 503 ? 'service-indisponible' : 'deja-utilisee'}`);
  const options = answer.output.profiles.map((profile) => ({
    value: profile.choice,
    label: `${profile.firstName} ${profile.lastName}`,
    detail: [KIND_WORDS[language][profile.kind], ...profile.schoolNames].join(' · '),
  }));
  return (
    <Shell>
      <Page title={texts.chooseTitle} lead={texts.chooseLead}>
        <ProfileForm texts={texts} ticket={ticket} options={options} />
      </Page>
    </Shell>
  );
};

export default ChooseProfilePage;
