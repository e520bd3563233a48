import { Shell } from '@/features/identity/shell/shell.tsx';
import { rememberedVisit } from '@/features/identity/shell/visit.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Page, Tab } from '@/ui/page.tsx';

const NotFoundPage = async () => (
  <Shell visit={await rememberedVisit()}>
    <Tab title="Page introuvable" />
    <Page title="Page introuvable" lead="Cette page n’existe pas ou ne vous est pas ouverte.">
      <Anchor href="/" className="btn btn-primary self-start">
        Revenir à l’accueil
      </Anchor>
    </Page>
  </Shell>
);

export default NotFoundPage;
