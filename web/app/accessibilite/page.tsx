import { conformityText, declaration } from '@/features/accessibility/declaration.ts';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { config } from '@/lib/config.ts';
import { longDate } from '@/lib/dates.ts';
import { Section } from '@/ui/card.tsx';
import { Page, Tab } from '@/ui/page.tsx';

const TITLE = 'Déclaration d’accessibilité';

/** @see Loi n° 2005-102, art. 47 ; décret n° 2019-768 */
const AccessibilityPage = () => {
  const { ACADEMY_LABEL, ACCESSIBILITY_CONTACT } = config();
  return (
    <Shell>
      <Tab title={TITLE} />
      <Page title={TITLE}>
        <div lang="fr" className="flex flex-col gap-6">
          <p className="text-lg">{`Préau, pour ${ACADEMY_LABEL}, est ${conformityText(declaration, 'fr')} avec le référentiel général d’amélioration de l’accessibilité (RGAA 4.1.2).`}</p>
          <Section id="resultats" title="Résultats">
            <p>
              {declaration.ratePercent === undefined
                ? 'Aucun taux de conformité n’est encore établi.'
                : `${declaration.ratePercent} % des critères applicables sont respectés, selon l’audit mené par ${declaration.auditedBy ?? 'l’éditeur'}.`}
            </p>
          </Section>
          <Section id="ecarts" title="Ce qui n’est pas encore accessible ou vérifié">
            <ul className="flex list-disc flex-col gap-2 ps-6">
              {declaration.nonConformities.map((one) => (
                <li key={one.criterion}>
                  <strong>{one.criterion}</strong>
                  {` : ${one.text}`}
                </li>
              ))}
            </ul>
          </Section>
          <Section id="contact" title="Signaler une difficulté">
            <p>
              {'Écrivez à '}
              <a href={`mailto:${ACCESSIBILITY_CONTACT}`}>{ACCESSIBILITY_CONTACT}</a>
              {' : vous recevrez une réponse et, s’il le faut, le même contenu sous une autre forme.'}
            </p>
          </Section>
          <Section id="recours" title="Voie de recours">
            <p>
              {'Si la réponse ne vous convient pas, vous pouvez saisir le Défenseur des droits : '}
              <a href="https://formulaire.defenseurdesdroits.fr/">formulaire.defenseurdesdroits.fr</a>
              {', ou écrire sans affranchir à Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.'}
            </p>
          </Section>
          <p className="text-soft">{`Déclaration établie le ${longDate(declaration.establishedOn)} ${declaration.establishedOn.slice(0, 4)}.`}</p>
        </div>
      </Page>
    </Shell>
  );
};

export default AccessibilityPage;
