import { SkillId } from '../kernel/ids.ts';
import type { Skill } from './skills.ts';
import type { SocleCode } from './socle.ts';

interface SubjectSkills {
  readonly subjects: readonly string[];
  /** By the end of their ids, which never changes. */
  readonly skills: Readonly<Record<string, readonly [label: string, ...components: SocleCode[]]>>;
}

const BY_SUBJECT: readonly SubjectSkills[] = [
  {
    subjects: ['Français', 'Lettres', 'Littérature'],
    skills: {
      'francais-lire': ['Lire et comprendre un texte', 'CPD_FRA'],
      'francais-ecrire': ['Écrire un texte organisé', 'CPD_FRA'],
      'francais-parler': ['S’exprimer à l’oral', 'CPD_FRA'],
      'francais-langue': ['Comprendre et respecter la langue', 'CPD_FRA'],
      'francais-culture': ['Mobiliser des références littéraires', 'CPD_FRA', 'REP_MND'],
    },
  },
  {
    subjects: ['Anglais', 'Allemand', 'Espagnol', 'Italien', 'Langue viv', 'LV', 'Chinois', 'Arabe'],
    skills: {
      'langues-ecouter': ['Comprendre à l’oral', 'CPD_ETR'],
      'langues-lire': ['Comprendre à l’écrit', 'CPD_ETR'],
      'langues-parler': ['Parler et dialoguer', 'CPD_ETR'],
      'langues-ecrire': ['Écrire dans une autre langue', 'CPD_ETR'],
    },
  },
  {
    subjects: ['Mathématiques', 'Maths'],
    skills: {
      'maths-chercher': ['Chercher', 'CPD_SCI', 'SYS_NAT'],
      'maths-modeliser': ['Modéliser', 'CPD_SCI'],
      'maths-representer': ['Représenter', 'CPD_SCI'],
      'maths-raisonner': ['Raisonner', 'CPD_SCI'],
      'maths-calculer': ['Calculer', 'CPD_SCI'],
      'maths-communiquer': ['Communiquer une démarche', 'CPD_SCI', 'CPD_FRA'],
    },
  },
  {
    subjects: ['Histoire', 'Géographie', 'Enseignement moral', 'EMC'],
    skills: {
      'histoire-situer': ['Se repérer dans le temps et dans l’espace', 'REP_MND'],
      'histoire-analyser': ['Analyser et comprendre un document', 'REP_MND', 'MET_APP'],
      'histoire-raisonner': ['Raisonner et justifier un choix', 'REP_MND'],
      'histoire-citoyen': ['Exercer son jugement de citoyen', 'FRM_CIT'],
    },
  },
  {
    subjects: ['Physique', 'SVT', 'Sciences', 'Biologie', 'Technologie'],
    skills: {
      'sciences-demarche': ['Suivre une démarche scientifique', 'SYS_NAT'],
      'sciences-expliquer': ['Expliquer un phénomène', 'SYS_NAT'],
      'sciences-concevoir': ['Concevoir et réaliser', 'SYS_NAT'],
      'sciences-langages': ['Passer d’un langage scientifique à un autre', 'CPD_SCI'],
    },
  },
  {
    subjects: ['Éducation physique', 'EPS'],
    skills: {
      'sport-motricite': ['Développer sa motricité', 'CPD_ART'],
      'sport-roles': ['Partager des règles, tenir des rôles', 'FRM_CIT'],
      'sport-sante': ['Entretenir sa santé par l’activité', 'FRM_CIT'],
    },
  },
  {
    subjects: ['Arts', 'Éducation musicale', 'Musique'],
    skills: {
      'arts-creer': ['Expérimenter, produire, créer', 'CPD_ART'],
      'arts-projet': ['Mener un projet artistique', 'CPD_ART', 'MET_APP'],
      'arts-comprendre': ['S’exprimer, analyser une œuvre', 'CPD_ART', 'REP_MND'],
    },
  },
  {
    subjects: [],
    skills: {
      'methode-organiser': ['Organiser son travail', 'MET_APP'],
      'methode-cooperer': ['Coopérer et mener un projet', 'MET_APP'],
      'methode-numerique': ['Utiliser les outils numériques', 'MET_APP', 'CPD_SCI'],
      'citoyen-respecter': ['Respecter les autres et la règle commune', 'FRM_CIT'],
    },
  },
];

/** What every school begins with: a few skills by subject, each bound to the *socle*, until the head changes them. */
export const DEFAULT_SKILLS: readonly Skill[] = BY_SUBJECT.flatMap(({ subjects, skills }) =>
  Object.entries(skills).map(([end, [label, ...components]]) => ({
    skillId: SkillId.parse(`skl_${end}`),
    label,
    subjects: [...subjects],
    components,
  })),
);
