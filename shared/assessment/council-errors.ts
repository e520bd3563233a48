import type { Catalogue } from '../kernel/refusal.ts';
import { assessmentErrors } from './errors.ts';

export const councilErrors = {
  ...assessmentErrors,
  'assessment.periods-changed-meanwhile': {
    status: 409,
    message: 'Les périodes de cette classe ont été changées entre-temps. Relisez-les, puis recommencez.',
  },
  'assessment.periods-disordered': {
    status: 422,
    message: 'Les dates ne se suivent pas. Donnez, dans l’ordre, le dernier jour de chaque période, dans l’année scolaire.',
  },
  'assessment.period-is-closed': {
    status: 409,
    message: 'Une période close ne change pas de dates. Rouvrez-la d’abord, en disant pourquoi.',
  },
  'assessment.period-already-closed': { status: 409, message: 'Cette période est déjà close. Rechargez la page pour voir son état.' },
  'assessment.period-already-open': { status: 409, message: 'Cette période est déjà ouverte. Rechargez la page pour voir son état.' },
  'assessment.periods-hold-marks': {
    status: 409,
    message: 'Des notes sont déjà publiées dans ces périodes : elles gardent leur découpage. Changez seulement leurs dates.',
  },
  'assessment.remark-too-long': {
    status: 422,
    message: 'Une appréciation dépasse 600 caractères. Raccourcissez celles qui sont signalées, puis enregistrez : rien n’est perdu.',
  },
  'assessment.not-in-service': {
    status: 422,
    message: 'Un élève n’est pas dans ce service. Rechargez la page pour avoir la liste d’aujourd’hui.',
  },
  'assessment.not-in-class': {
    status: 422,
    message: 'Un élève n’est pas dans cette classe. Rechargez la page pour avoir la liste d’aujourd’hui.',
  },
  'assessment.project-impossible': {
    status: 409,
    message: 'Ce projet n’est plus là, ou la classe en a déjà dix. Rechargez la page pour voir ceux d’aujourd’hui.',
  },
  'assessment.skills-changed-meanwhile': {
    status: 409,
    message: 'Le référentiel a été changé entre-temps. Relisez-le, puis recommencez.',
  },
  'assessment.skill-unknown': { status: 422, message: 'Cette compétence n’est pas dans le référentiel. Rechargez la page.' },
  'assessment.too-many-skills': {
    status: 409,
    message: 'Le référentiel compte déjà deux cents compétences. Renommez-en une qui ne sert plus.',
  },
  'assessment.council-held': {
    status: 409,
    message: 'Ce conseil est enregistré. Rouvrez-le pour changer ce qu’il a décidé.',
  },
  'assessment.council-without-date': { status: 422, message: 'Donnez la date du conseil avant de l’enregistrer.' },
  'assessment.synthesis-too-long': {
    status: 422,
    message: 'La synthèse est trop longue. Raccourcissez-la, puis enregistrez : votre texte est gardé ci-dessous.',
  },
  'assessment.class-without-pupils': {
    status: 422,
    message: 'Cette classe n’a pas d’élève. Vérifiez l’import de l’annuaire, puis revenez.',
  },
  'assessment.decision-changed-meanwhile': {
    status: 409,
    message: 'La synthèse de cet élève a été changée entre-temps. Comparez les deux textes, puis enregistrez le bon.',
  },
} as const satisfies Catalogue;
