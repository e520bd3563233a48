import type { HelpReason } from './schema.ts';

interface HelpText {
  readonly title: string;
  /** What to do next. */
  readonly advice: string;
}

/** What `/connexion/aide` says for each reason: a sign-in that fails is never an error page. */
export const helpTexts: Readonly<Record<HelpReason, HelpText>> = {
  'vecteur-absent': {
    title: 'Votre compte n’est relié à aucune école',
    advice:
      'ÉduConnect n’a transmis aucun rattachement scolaire. Vérifiez que vous utilisez bien votre compte de parent ou d’élève, puis demandez au secrétariat de l’établissement.',
  },
  'cle-inconnue': {
    title: 'Votre rattachement n’est pas lisible',
    advice:
      'Le rattachement transmis par ÉduConnect n’est pas reconnu. Demandez au secrétariat de l’établissement de vérifier votre fiche.',
  },
  'compte-non-provisionne': {
    title: 'Votre compte n’est pas encore arrivé',
    advice:
      'Après une inscription, il faut parfois quelques jours. Réessayez demain ; si rien ne change, demandez au secrétariat de l’établissement.',
  },
  'compte-bloque': {
    title: 'Votre accès est suspendu',
    advice: 'L’établissement a suspendu cet accès. Adressez-vous au secrétariat.',
  },
  'adresse-absente': {
    title: 'Votre adresse professionnelle manque',
    advice: 'Le guichet n’a pas transmis votre adresse académique. Réessayez ; si cela se répète, demandez à l’assistance académique.',
  },
  'reponse-invalide': {
    title: 'La réponse du guichet n’a pas pu être vérifiée',
    advice: 'Par sécurité, la connexion a été arrêtée. Recommencez depuis la page de connexion.',
  },
  'reponse-expiree': {
    title: 'La connexion a pris trop de temps',
    advice: 'Recommencez depuis la page de connexion.',
  },
  'deja-utilisee': {
    title: 'Cette connexion a déjà servi',
    advice: 'La page a peut-être été rechargée. Recommencez depuis la page de connexion.',
  },
  'connexion-annulee': {
    title: 'Vous n’êtes pas connecté',
    advice: 'La connexion a été interrompue au guichet. Recommencez quand vous le voulez.',
  },
  'guichet-inconnu': {
    title: 'Ce guichet n’existe pas',
    advice: 'Choisissez votre guichet dans la liste de la page de connexion.',
  },
  'service-indisponible': {
    title: 'La connexion est momentanément impossible',
    advice: 'Attendez une minute, puis recommencez.',
  },
};
