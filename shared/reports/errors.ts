import type { Catalogue } from '../kernel/refusal.ts';

export const reportsErrors = {
  'reports.no-class': { status: 422, message: 'Aucune classe n’est choisie. Choisissez au moins une classe de l’établissement.' },
  'reports.changed-meanwhile': {
    status: 409,
    message: 'Ce bulletin vient d’être scellé ou annulé par quelqu’un d’autre. Rechargez la page, puis recommencez.',
  },
  'reports.already-revoked': { status: 409, message: 'Cette version est déjà annulée. Rechargez la page.' },
  'reports.card-revoked': {
    status: 410,
    message: 'Cette version du bulletin a été annulée par l’établissement. Revenez à la liste : la version en vigueur y est indiquée.',
  },
  'reports.no-paper': {
    status: 404,
    message: 'Le PDF de ce bulletin n’est pas disponible. Lisez-le sur la page, et prévenez le secrétariat.',
  },
  'reports.nothing-sealed': { status: 404, message: 'Aucun bulletin n’est scellé pour cette période. Scellez d’abord ceux de la classe.' },
  'reports.lsu-stopped': {
    status: 409,
    message: 'Le fichier LSU ne peut pas encore être produit. Corrigez ce que la liste de contrôle indique, puis recommencez.',
  },
  'reports.discipline-unknown': {
    status: 422,
    message: 'Un code choisi n’est pas celui d’une matière enseignée dans l’établissement. Rechargez la page, puis choisissez-en un autre.',
  },
} as const satisfies Catalogue;
