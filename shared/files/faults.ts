import { filesErrors } from './errors.ts';
import type { FileFault } from './schema.ts';

/** Why a file was refused and what to do next, as its owner reads it. */
export const faultWords: Readonly<Record<FileFault, string>> = {
  'unknown-kind': filesErrors['files.kind-refused'].message,
  'web-page': 'Les pages web et les dessins SVG ne sont pas acceptés. Enregistrez le document en PDF ou en image, puis recommencez.',
  'not-as-named': 'Le contenu de ce fichier ne correspond pas à son nom. Ouvrez-le, enregistrez-le de nouveau, puis recommencez.',
  macros: 'Ce document contient des macros. Enregistrez-le sans macros (.docx, .xlsx, .pptx), puis recommencez.',
  'program-inside': 'Ce fichier contient un programme. Retirez-le, puis recommencez.',
  'several-files-in-one': 'Ce fichier en cache un autre. Enregistrez-le de nouveau depuis son application, puis recommencez.',
  'too-large-unpacked': 'Ce fichier devient démesuré quand on l’ouvre. Allégez-le, puis recommencez.',
  'too-many-pixels': 'Cette image est trop grande pour être ouverte sans risque. Réduisez ses dimensions, puis recommencez.',
  malware: 'Un virus a été trouvé dans ce fichier. Ne l’ouvrez pas, analysez votre appareil, et envoyez un autre fichier.',
  locked: 'Ce fichier est protégé par un mot de passe : il ne peut pas être vérifié. Retirez le mot de passe, puis recommencez.',
  damaged: 'Ce fichier est abîmé ou incomplet. Enregistrez-le de nouveau, puis recommencez.',
  'too-large': 'Ce fichier est trop lourd. Réduisez-le, puis recommencez.',
  changed: 'Ce fichier a été remplacé pendant sa vérification. Envoyez-le de nouveau, une seule fois.',
};
