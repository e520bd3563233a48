import type { FilePurpose } from '@preau/shared/files/schema.ts';

export const fileTexts = {
  join: 'Joindre un fichier',
  photo: 'Prendre une photo',
  choose: 'Choisir un fichier',
  send: 'Envoyer le fichier',
  sending: 'Envoi en cours',
  checking: 'Vérification en cours',
  joined: 'Joint',
  refused: 'Refusé',
  remove: 'Retirer',
  cut: 'La connexion a été coupée. L’envoi reprendra dès qu’elle reviendra, ou touchez « Recommencer ».',
  held: 'Un fichier n’est pas encore parti. Attendez la fin de son envoi ou retirez-le, puis validez.',
  again: 'Recommencer',
  full: 'Vous avez joint le nombre maximal de fichiers.',
  another: 'Choisir un autre fichier',
} as const;

/** What may be sent, in the words of the page that asks for it. */
export const purposeHint: Readonly<Record<FilePurpose, string>> = {
  resource: 'Document, image, son ou vidéo de 50 Mo au plus.',
  'hand-in': 'Photo, PDF, document, texte ou son de 25 Mo au plus.',
  correction: 'Copie annotée, document ou son de 25 Mo au plus.',
};
