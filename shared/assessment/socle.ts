import * as z from 'zod';
import { PersonId } from '../kernel/ids.ts';
import { Instant } from '../kernel/school-time.ts';

/** The eight components of the *socle commun*, by their codes in the LSU. @see Code de l'éducation, art. D122-1 */
export const SocleCode = z.enum(['CPD_FRA', 'CPD_ETR', 'CPD_SCI', 'CPD_ART', 'MET_APP', 'FRM_CIT', 'SYS_NAT', 'REP_MND']);
export type SocleCode = z.infer<typeof SocleCode>;

export const SOCLE_NAMES: Readonly<Record<SocleCode, string>> = {
  CPD_FRA: 'Langue française à l’oral et à l’écrit',
  CPD_ETR: 'Langues étrangères et régionales',
  CPD_SCI: 'Langages mathématiques, scientifiques et informatiques',
  CPD_ART: 'Langages des arts et du corps',
  MET_APP: 'Méthodes et outils pour apprendre',
  FRM_CIT: 'Formation de la personne et du citoyen',
  SYS_NAT: 'Systèmes naturels et systèmes techniques',
  REP_MND: 'Représentations du monde et activité humaine',
};

/** The sixteen digital skills, by their codes in the LSU. @see arrêté du 30 août 2019, cadre de référence des compétences numériques */
export const DigitalCode = z.enum([
  'CN_INF_MEN',
  'CN_INF_GER',
  'CN_INF_TRA',
  'CN_COM_INT',
  'CN_COM_PAR',
  'CN_COM_COL',
  'CN_COM_SIN',
  'CN_CRE_TEX',
  'CN_CRE_MUL',
  'CN_CRE_ADA',
  'CN_CRE_PRO',
  'CN_PRO_SEC',
  'CN_PRO_DON',
  'CN_PRO_SAN',
  'CN_ENV_RES',
  'CN_ENV_EVO',
]);
export type DigitalCode = z.infer<typeof DigitalCode>;

export const DIGITAL_NAMES: Readonly<Record<DigitalCode, string>> = {
  CN_INF_MEN: 'Mener une recherche et une veille d’information',
  CN_INF_GER: 'Gérer des données',
  CN_INF_TRA: 'Traiter des données',
  CN_COM_INT: 'Interagir',
  CN_COM_PAR: 'Partager et publier',
  CN_COM_COL: 'Collaborer',
  CN_COM_SIN: 'S’insérer dans le monde numérique',
  CN_CRE_TEX: 'Développer des documents textuels',
  CN_CRE_MUL: 'Développer des documents multimédias',
  CN_CRE_ADA: 'Adapter les documents à leur finalité',
  CN_CRE_PRO: 'Programmer',
  CN_PRO_SEC: 'Sécuriser l’environnement numérique',
  CN_PRO_DON: 'Protéger les données personnelles et la vie privée',
  CN_PRO_SAN: 'Protéger la santé, le bien-être et l’environnement',
  CN_ENV_RES: 'Résoudre des problèmes techniques',
  CN_ENV_EVO: 'Évoluer dans un environnement numérique',
};

/** Cycle 3 ends in 6e, cycle 4 in 3e. */
export const Cycle = z.union([z.literal(3), z.literal(4)]);
export type Cycle = z.infer<typeof Cycle>;

/** 1 insufficient to 4 very good; 0: the pupil is exempt. */
export const SocleLevel = z.int().min(0).max(4);

/** Characters of the synthesis of a cycle, as the LSU counts them. */
export const SOCLE_SYNTHESIS_MAX = 1500;

/** What the team decided at the end of a cycle; a component that is not there was not decided yet. */
export const Socle = z.strictObject({
  pupilId: PersonId,
  cycle: Cycle,
  levels: z.partialRecord(SocleCode, SocleLevel),
  digital: z.partialRecord(DigitalCode, z.int().min(1).max(3)),
  synthesis: z.string(),
  by: PersonId,
  byName: z.string(),
  at: Instant,
  revision: z.int().min(1),
});
export type Socle = z.infer<typeof Socle>;

/** The components that are still to be decided before the end of the cycle. */
export const undecidedOf = (levels: Socle['levels']): readonly SocleCode[] =>
  SocleCode.options.filter((code) => levels[code] === undefined);
