import type { Language } from '@preau/shared/directory/schema.ts';

interface NonConformity {
  readonly criterion: string;
  readonly text: string;
}

export interface Declaration {
  readonly state: 'non' | 'partial' | 'total';
  /** Share of the applicable criteria that are met, in per cent; absent while no audit has been made. */
  readonly ratePercent?: number;
  readonly establishedOn: string;
  readonly auditedBy?: string;
  readonly nonConformities: readonly NonConformity[];
}

/** What the declaration states; an academy replaces it by the result of its own audit. */
export const declaration: Declaration = {
  state: 'non',
  establishedOn: '2026-11-22',
  nonConformities: [
    {
      criterion: 'Audit',
      text: 'Aucun audit de conformité au RGAA n’a encore été mené par un tiers. Les contrôles automatiques couvrent 33 des 106 critères.',
    },
    {
      criterion: 'Lecteurs d’écran',
      text: 'Le parcours complet avec NVDA, JAWS, VoiceOver et TalkBack reste à vérifier par des utilisateurs.',
    },
    { criterion: '13.3', text: 'Les documents déposés par les familles et les établissements ne sont pas tous accessibles.' },
  ],
};

const WORDS = {
  fr: { non: 'non conforme', partial: 'partiellement conforme', total: 'totalement conforme' },
  en: { non: 'not compliant', partial: 'partially compliant', total: 'fully compliant' },
} as const satisfies Record<Language, Record<Declaration['state'], string>>;

/** The mention of the footer. @see Loi n° 2005-102, art. 47 */
export const conformityText = ({ state }: Declaration, language: Language): string => WORDS[language][state];
