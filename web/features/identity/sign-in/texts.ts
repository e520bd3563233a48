import type { Language, PersonKind } from '@preau/shared/directory/schema.ts';
import type { HelpReason } from '@preau/shared/identity/schema.ts';

const fr = {
  title: 'Se connecter',
  lead: 'Choisissez par où vous entrez.',
  sessionEnded: 'Votre session est terminée. Reconnectez-vous pour continuer : ce que vous aviez validé est enregistré.',
  signedOut: 'Vous êtes déconnecté de Préau.',
  unavailable: 'La liste des guichets n’est pas disponible. Attendez une minute, puis rechargez la page.',
  noAccount: 'Vous n’avez pas de compte, ou il ne fonctionne pas ?',
  helpLink: 'Voir comment obtenir de l’aide',
  chooseTitle: 'Choisir un profil',
  chooseLead: 'Votre compte correspond à plusieurs profils. Choisissez celui avec lequel entrer.',
  chooseLegend: 'Vos profils',
  enter: 'Entrer',
  localTitle: 'Compte local',
  localLead: 'Pour les personnes à qui l’académie a remis un identifiant.',
  login: 'Identifiant',
  password: 'Mot de passe',
  signIn: 'Se connecter',
  back: 'Revenir au choix du guichet',
  helpTitle: 'Aide à la connexion',
  tryAgain: 'Recommencer la connexion',
  faultTitle: 'La connexion n’a pas abouti',
};

export type SignInTexts = typeof fr;

const en: SignInTexts = {
  title: 'Sign in',
  lead: 'Choose how you enter.',
  sessionEnded: 'Your session has ended. Sign in again to continue: what you had submitted is saved.',
  signedOut: 'You are signed out of Préau.',
  unavailable: 'The list of sign-in services is not available. Wait a minute, then reload the page.',
  noAccount: 'You have no account, or it does not work?',
  helpLink: 'See how to get help',
  chooseTitle: 'Choose a profile',
  chooseLead: 'Your account matches several profiles. Choose the one to enter with.',
  chooseLegend: 'Your profiles',
  enter: 'Enter',
  localTitle: 'Local account',
  localLead: 'For people to whom the académie gave a user name.',
  login: 'User name',
  password: 'Password',
  signIn: 'Sign in',
  back: 'Back to the choice of service',
  helpTitle: 'Help with signing in',
  tryAgain: 'Sign in again',
  faultTitle: 'You could not be signed in',
};

export const signInTexts = (language: Language): SignInTexts => (language === 'en' ? en : fr);

export const KIND_WORDS = {
  fr: { pupil: 'Élève', guardian: 'Responsable légal', staff: 'Personnel', operator: 'Exploitation' },
  en: { pupil: 'Pupil', guardian: 'Guardian', staff: 'Staff', operator: 'Operations' },
} as const satisfies Record<Language, Record<PersonKind, string>>;

interface Help {
  readonly what: string;
  readonly next: string;
}

/** Why a sign-in did not succeed, and what to do next. */
export const HELP = {
  'vecteur-absent': {
    what: 'Votre compte ÉduConnect n’est rattaché à aucun élève ni à aucun responsable de l’académie.',
    next: 'Dans ÉduConnect, vérifiez que votre enfant apparaît. Sinon, demandez au secrétariat de l’établissement de contrôler vos coordonnées.',
  },
  'cle-inconnue': {
    what: 'Nous vous avons bien reconnu, mais aucun établissement ne nous a encore transmis votre dossier.',
    next: 'Attendez un jour après une inscription, puis recommencez. Ensuite, adressez-vous au secrétariat de l’établissement.',
  },
  'compte-non-provisionne': {
    what: 'Votre compte n’est pas encore ouvert dans Préau.',
    next: 'Après une inscription, attendez un jour, puis recommencez. Ensuite, adressez-vous au secrétariat de l’établissement.',
  },
  'simple-contact': {
    what: 'Vous êtes noté comme contact d’un élève, sans droit d’information ni de décision : un contact n’a pas de compte.',
    next: 'Si cela ne correspond pas à votre situation, demandez au secrétariat de l’établissement de corriger la fiche de l’élève ; votre compte s’ouvrira à la mise à jour suivante.',
  },
  'compte-bloque': {
    what: 'Votre compte est suspendu.',
    next: 'Adressez-vous à la direction de l’établissement : elle seule peut le rouvrir.',
  },
  'adresse-absente': {
    what: 'Votre guichet ne nous a pas donné votre adresse professionnelle.',
    next: 'Connectez-vous une fois à votre messagerie académique, puis recommencez. Sinon, appelez l’assistance de l’académie.',
  },
  'reponse-invalide': {
    what: 'La réponse de votre guichet n’a pas pu être vérifiée.',
    next: 'Recommencez la connexion. Si cela se répète, prévenez l’assistance de l’académie.',
  },
  'reponse-expiree': {
    what: 'La connexion a pris trop de temps.',
    next: 'Recommencez. Si cela se répète, vérifiez l’heure de votre appareil.',
  },
  'deja-utilisee': {
    what: 'Cette connexion a déjà servi.',
    next: 'Recommencez depuis la page de connexion, sans le bouton « Précédent ».',
  },
  'connexion-annulee': { what: 'Vous avez quitté le guichet avant la fin.', next: 'Recommencez quand vous le souhaitez.' },
  'guichet-inconnu': { what: 'Ce guichet n’existe pas dans cette académie.', next: 'Choisissez un guichet de la page de connexion.' },
  'service-indisponible': { what: 'La connexion est momentanément indisponible.', next: 'Attendez une minute, puis recommencez.' },
} as const satisfies Record<HelpReason, Help>;

export const GENERAL_HELP: Help = {
  what: 'Familles et élèves se connectent par ÉduConnect, le personnel par le guichet de l’académie.',
  next: 'Identifiant ou mot de passe oublié : le guichet lui-même les redonne. Aucun compte : adressez-vous au secrétariat de l’établissement.',
};
