import type { Language } from '@preau/shared/directory/schema.ts';

const fr = {
  title: 'Information de vos parents',
  law: 'Vous êtes majeur et responsable de vous-même. Vos parents restent prévenus de vos absences, sauf si vous vous y opposez.',
  informed: 'Vos parents et responsables sont informés de votre scolarité.',
  notInformed: 'Vos parents et responsables ne sont plus informés de votre scolarité',
  since: 'depuis le',
  object: 'M’opposer à leur information…',
  objectDetail:
    'Ils ne verront plus vos pages et ne recevront plus d’alerte. L’établissement verra votre choix ; vous pourrez revenir dessus.',
  confirmObject: 'Confirmer mon opposition',
  lift: 'Lever mon opposition…',
  liftDetail: 'Ils verront à nouveau vos absences et vos cours, et recevront les alertes.',
  confirmLift: 'Confirmer la levée',
  fault: 'Votre choix n’est pas enregistré',
  objected: 'Votre opposition est enregistrée. Vos parents ne sont plus informés.',
  lifted: 'Votre opposition est levée. Vos parents sont à nouveau informés.',
  change: 'Changer',
};

export type ObjectionTexts = typeof fr;

const en: ObjectionTexts = {
  title: 'What your parents are told',
  law: 'You are of age and responsible for yourself. Your parents are still told about your absences unless you object.',
  informed: 'Your parents and guardians are informed about your schooling.',
  notInformed: 'Your parents and guardians are no longer informed about your schooling',
  since: 'since',
  object: 'Object to their being informed…',
  objectDetail: 'They will no longer see your pages or receive alerts. The school will see your choice; you can change it again.',
  confirmObject: 'Confirm my objection',
  lift: 'Withdraw my objection…',
  liftDetail: 'They will see your absences and lessons again, and receive alerts.',
  confirmLift: 'Confirm the withdrawal',
  fault: 'Your choice has not been saved',
  objected: 'Your objection is saved. Your parents are no longer informed.',
  lifted: 'Your objection is withdrawn. Your parents are informed again.',
  change: 'Change',
};

export const objectionTexts = (language: Language): ObjectionTexts => (language === 'en' ? en : fr);
