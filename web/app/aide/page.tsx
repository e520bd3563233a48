import { Shell } from '@/features/identity/shell/shell.tsx';
import { Anchor } from '@/ui/anchor.tsx';
import { Section } from '@/ui/card.tsx';
import { Page, Tab } from '@/ui/page.tsx';

const QUESTIONS = [
  {
    id: 'connexion',
    question: 'Je n’arrive pas à me connecter',
    answer:
      'Familles et élèves passent par ÉduConnect, le personnel par le guichet de l’académie. Identifiant ou mot de passe oublié : le guichet lui-même les redonne.',
  },
  {
    id: 'enfant',
    question: 'Un de mes enfants n’apparaît pas',
    answer:
      'Vos enfants viennent des fiches de leurs établissements. Demandez au secrétariat de l’établissement de vérifier votre rattachement : la correction arrive ici le lendemain.',
  },
  {
    id: 'justifier',
    question: 'Comment justifier une absence ?',
    answer:
      'Sur l’accueil, « À traiter » liste ce qui vous attend. Touchez « Justifier », choisissez le motif, envoyez. La vie scolaire répond sur la même page.',
  },
  {
    id: 'alertes',
    question: 'Je ne reçois pas les alertes',
    answer:
      'Vérifiez auprès du secrétariat l’adresse et le mobile que l’établissement connaît. Les SMS ne partent que si le courriel ne peut pas être remis, ou reste sans réponse.',
  },
  {
    id: 'leger',
    question: 'Les pages sont lentes sur mon téléphone',
    answer: 'Au bas de chaque page, « Passer en mode léger » retire tous les scripts. Tout continue de fonctionner.',
  },
  {
    id: 'appel',
    question: 'Je me suis trompé en faisant l’appel',
    answer:
      'Rouvrez l’appel et corrigez-le tant que le cours dure. Ensuite, appelez la vie scolaire : rien n’est effacé, chaque version est gardée.',
  },
] as const;

const HelpPage = () => (
  <Shell>
    <Tab title="Aide" />
    <Page title="Aide">
      <div lang="fr" className="flex flex-col gap-6">
        {QUESTIONS.map(({ id, question, answer }) => (
          <Section key={id} id={id} title={question}>
            <p>{answer}</p>
          </Section>
        ))}
        <p>
          <Anchor href="/connexion/aide">Aide à la connexion</Anchor>
        </p>
        <p>
          <Anchor href="/contrat">Pour les développeurs : le contrat de l’API</Anchor>
        </p>
      </div>
    </Page>
  </Shell>
);

export default HelpPage;
