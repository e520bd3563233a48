import { settingsOperations } from '@preau/shared/directory/settings-api.ts';
import { notFoundRefusal } from '@/lib/refusal.ts';
import { SettingsForm } from '@/features/directory/settings/settings-form.tsx';
import { SettingsLog } from '@/features/directory/settings/settings-log.tsx';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit, schoolOf } from '@/features/identity/shell/visit.ts';
import type { Search } from '@/lib/search.ts';
import { load } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Section } from '@/ui/card.tsx';
import { Outcome } from '@/ui/outcome.tsx';
import { Page } from '@/ui/page.tsx';

const TITLE = 'Réglages de l’établissement';

const SettingsPage = async ({ searchParams }: { readonly searchParams: Search }) => {
  const visit = await openVisit();
  const { schoolId } = schoolOf(visit);
  const settings = await load(settingsOperations.readSchoolSettings, { path: { schoolId } });
  if (!settings.ok) return <RefusedPage visit={visit} refusal={settings.refusal} />;
  const { mayChange, schoolName, log = [] } = settings.output;
  if (!mayChange) return <RefusedPage visit={visit} refusal={notFoundRefusal} />;
  return (
    <Shell visit={visit}>
      <Page title={TITLE} lead={schoolName}>
        <Outcome search={await searchParams} said={{ enregistre: 'Réglages enregistrés. Ils valent dès maintenant.' }} />
        <p>
          <Anchor href="/regles-de-publication">Voir la page que lisent les familles et le personnel</Anchor>
        </p>
        <SettingsForm settings={settings.output} tab={TITLE} />
        <Section id="journal" title="Qui a changé quoi">
          <SettingsLog log={log} />
        </Section>
      </Page>
    </Shell>
  );
};

export default SettingsPage;
