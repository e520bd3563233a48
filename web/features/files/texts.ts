import type { Language } from '@preau/shared/directory/schema.ts';
import type { FilePurpose } from '@preau/shared/files/schema.ts';

const fr = {
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
  tooMany: (most: number): string => `${most} fichiers au plus : les suivants ne sont pas joints.`,
  another: 'Choisir un autre fichier',
  /** What may be sent, in the words of the page that asks for it. */
  hint: {
    resource: 'Document, image, son ou vidéo de 50 Mo au plus.',
    'hand-in': 'Photo, PDF, document, texte ou son de 25 Mo au plus.',
    correction: 'Copie annotée, document ou son de 25 Mo au plus.',
  } satisfies Record<FilePurpose, string>,
};

export type FileTexts = typeof fr;

const en: FileTexts = {
  join: 'Add a file',
  photo: 'Take a photo',
  choose: 'Choose a file',
  send: 'Send the file',
  sending: 'Being sent',
  checking: 'Being checked',
  joined: 'Added',
  refused: 'Refused',
  remove: 'Remove',
  cut: 'The connection was lost. Sending goes on as soon as it comes back, or press “Try again”.',
  held: 'A file has not been sent yet. Wait until it is, or remove it, then submit.',
  again: 'Try again',
  full: 'You have added as many files as you can.',
  tooMany: (most: number): string => `${most} files at most: the others are not added.`,
  another: 'Choose another file',
  hint: {
    resource: 'Document, image, sound or video of 50 MB at most.',
    'hand-in': 'Photo, PDF, document, text or sound of 25 MB at most.',
    correction: 'Annotated copy, document or sound of 25 MB at most.',
  },
};

export const fileTexts = (language: Language): FileTexts => (language === 'en' ? en : fr);
