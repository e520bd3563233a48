import type { AbsenceReason, DayStatus } from '@preau/shared/attendance/schema.ts';
import type { Language, Relationship } from '@preau/shared/directory/schema.ts';

const fr = {
  title: 'Absences',
  myChildren: 'Mes enfants',
  none: 'Aucune absence ni aucun retard ce mois-ci.',
  noChild: 'Aucun enfant n’est rattaché à votre compte. Adressez-vous au secrétariat de son établissement.',
  month: 'Mois',
  before: 'Mois précédent',
  after: 'Mois suivant',
  justify: 'Justifier',
  see: 'Voir',
  detail: 'Voir le détail',
  lesson: 'Cours',
  absent: 'Absent',
  present: 'Présent',
  late: 'Retard',
  exempt: 'Dispensé',
  notHeld: 'Cours annulé ou déplacé',
  minutes: 'min',
  hours: 'Heures d’absence',
  dayLessons: 'Cours de la journée',
  history: 'Ce qui a été dit et décidé',
  nothingSaid: 'Personne n’a encore répondu.',
  justifiedBy: 'Justifiée par',
  you: 'vous',
  accepted: 'Acceptée par la vie scolaire',
  refused: 'Non recevable selon la vie scolaire',
  reopened: 'Décision rouverte',
  wait: 'La vie scolaire va répondre.',
  restOfDayToo: 'Vaut aussi pour le reste de la journée.',
  schoolDeclared: 'Absence saisie par la vie scolaire',
  atSchool: 'Sous la responsabilité de l’établissement',
  withdrawn: 'retirée',
  back: 'Revenir aux absences',
  formTitle: 'Justifier une absence',
  formFault: 'La justification n’est pas encore envoyée',
  whichHours: 'Heures concernées',
  restOfDay: 'Mon enfant ne reviendra pas de la journée',
  restOfMyDay: 'Je ne reviendrai pas de la journée',
  reason: 'Motif',
  comment: 'Précision (facultatif)',
  commentHint: 'Restez bref. N’écrivez pas de détail médical : la vie scolaire n’en a pas besoin.',
  send: 'Envoyer la justification',
  fileTitle: 'Joindre un document (facultatif)',
  fileFirst: 'Joignez d’abord vos documents : ce que vous écrivez ensuite n’est pas perdu.',
  fileSend: 'Joindre ce document',
  document: {
    hint: 'PDF ou photo (JPEG, PNG, HEIC), 10 Mo au plus.',
    sending: 'Envoi en cours…',
    empty: 'Ce document est vide. Choisissez-en un autre.',
    heavy: 'Ce document dépasse 10 Mo. Choisissez-en un plus léger, par exemple une photo moins grande.',
    cut: 'Le document n’est pas arrivé. Vérifiez votre connexion, puis choisissez-le de nouveau.',
    held: 'Un document est en cours d’envoi. Attendez la fin, puis envoyez la justification.',
    remove: 'Retirer',
    label: 'Document',
    joined: 'Document joint',
    unavailable: 'L’envoi de documents est indisponible pour le moment. Vous pouvez justifier sans document.',
  },
  done: 'Justification envoyée. La vie scolaire va répondre. S’il y a un autre responsable, il la voit aussi.',
  doneMyself: 'Justification envoyée. La vie scolaire va vous répondre.',
  mayNot: 'Cette absence n’attend rien de vous.',
};

export type FamilyTexts = typeof fr;

const en: FamilyTexts = {
  title: 'Absences',
  myChildren: 'My children',
  none: 'No absence and no lateness this month.',
  noChild: 'No child is linked to your account. Please contact the school office.',
  month: 'Month',
  before: 'Previous month',
  after: 'Next month',
  justify: 'Explain',
  see: 'See',
  detail: 'See details',
  lesson: 'Lesson',
  absent: 'Absent',
  present: 'Present',
  late: 'Late',
  exempt: 'Exempt',
  notHeld: 'Lesson cancelled or moved',
  minutes: 'min',
  hours: 'Hours of absence',
  dayLessons: 'Lessons of the day',
  history: 'What was said and decided',
  nothingSaid: 'Nobody has answered yet.',
  justifiedBy: 'Explained by',
  you: 'you',
  accepted: 'Accepted by the school',
  refused: 'Not accepted by the school',
  reopened: 'Decision reopened',
  wait: 'The school will answer.',
  restOfDayToo: 'Also holds for the rest of the day.',
  schoolDeclared: 'Absence recorded by the school',
  atSchool: 'Under the school’s responsibility',
  withdrawn: 'withdrawn',
  back: 'Back to absences',
  formTitle: 'Explain an absence',
  formFault: 'The explanation has not been sent yet',
  whichHours: 'Hours concerned',
  restOfDay: 'My child will not come back today',
  restOfMyDay: 'I will not be back today',
  reason: 'Reason',
  comment: 'Details (optional)',
  commentHint: 'Keep it short. Do not write medical details: the school does not need them.',
  send: 'Send the explanation',
  fileTitle: 'Attach a document (optional)',
  fileFirst: 'Attach your documents first: what you write afterwards is not lost.',
  fileSend: 'Attach this document',
  document: {
    hint: 'PDF or photo (JPEG, PNG, HEIC), 10 MB at most.',
    sending: 'Sending…',
    empty: 'This document is empty. Choose another one.',
    heavy: 'This document is over 10 MB. Choose a lighter one, for instance a smaller photo.',
    cut: 'The document did not arrive. Check your connection, then choose it again.',
    held: 'A document is being sent. Wait until it is done, then send the explanation.',
    remove: 'Remove',
    label: 'Document',
    joined: 'Document attached',
    unavailable: 'Documents cannot be sent at the moment. You can explain without one.',
  },
  done: 'Explanation sent. The school will answer. If there is another guardian, they see it too.',
  doneMyself: 'Your explanation has been sent. The school will answer you.',
  mayNot: 'Nothing is expected from you for this absence.',
};

/** What a browser needs to say of documents. */
export type DocumentTexts = FamilyTexts['document'];

/** The words of a family page for an adult pupil, who answers for himself. */
export const ownTexts = (texts: FamilyTexts): FamilyTexts => ({ ...texts, restOfDay: texts.restOfMyDay, done: texts.doneMyself });

export const familyTexts = (language: Language): FamilyTexts => (language === 'en' ? en : fr);

export const STATUS_WORDS = {
  fr: {
    nothing: 'Rien à faire',
    toJustify: 'À justifier',
    toDecide: 'En attente de la vie scolaire',
    justified: 'Justifiée',
    refused: 'Non recevable',
  },
  en: {
    nothing: 'Nothing to do',
    toJustify: 'To explain',
    toDecide: 'Waiting for the school',
    justified: 'Accepted',
    refused: 'Not accepted',
  },
} as const satisfies Record<Language, Record<DayStatus, string>>;

export const REASON_WORDS = {
  fr: {
    illness: 'Maladie',
    medicalAppointment: 'Rendez-vous médical',
    contagiousFamilyIllness: 'Maladie contagieuse dans la famille',
    familyMeeting: 'Réunion solennelle de famille',
    transport: 'Difficulté de transport',
    guardianAway: 'Déplacement des responsables',
    other: 'Autre motif',
  },
  en: {
    illness: 'Illness',
    medicalAppointment: 'Medical appointment',
    contagiousFamilyIllness: 'Contagious illness in the family',
    familyMeeting: 'Important family gathering',
    transport: 'Transport problem',
    guardianAway: 'Guardians away',
    other: 'Other reason',
  },
} as const satisfies Record<Language, Record<AbsenceReason, string>>;

export const RELATION_WORDS = {
  fr: {
    mother: 'la mère',
    father: 'le père',
    tutor: 'le tuteur',
    family: 'un membre de la famille',
    childWelfare: 'l’aide sociale à l’enfance',
    self: 'l’élève',
    sibling: 'un frère ou une sœur',
    ascendant: 'un grand-parent',
    educator: 'un éducateur',
    fosterCarer: 'l’assistant familial',
    childMinder: 'la garde d’enfant',
    other: 'un autre responsable',
  },
  en: {
    mother: 'the mother',
    father: 'the father',
    tutor: 'the legal guardian',
    family: 'a family member',
    childWelfare: 'child welfare services',
    self: 'the pupil',
    sibling: 'a brother or sister',
    ascendant: 'a grandparent',
    educator: 'an educator',
    fosterCarer: 'the foster carer',
    childMinder: 'the child minder',
    other: 'another guardian',
  },
} as const satisfies Record<Language, Record<Relationship, string>>;

/** « 3 demi-journées d’absence, dont 1 non justifiée ». */
export const halfDayWords = (total: number, unjustified: number, language: Language): string => {
  if (total === 0) return language === 'en' ? 'No half-day of absence' : 'Aucune demi-journée d’absence';
  if (language === 'en') return `${total} half-${total > 1 ? 'days' : 'day'} of absence, ${unjustified} not justified yet`;
  return `${total} ${total > 1 ? 'demi-journées' : 'demi-journée'} d’absence, dont ${unjustified} non ${unjustified > 1 ? 'justifiées' : 'justifiée'}`;
};
