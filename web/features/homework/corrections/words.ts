export const CORRECTION_SAID = {
  reglages: 'Réglages de la remise enregistrés.',
  corrige: 'Correction enregistrée. L’élève la lira quand vous rendrez les corrections.',
  commune: 'Correction commune enregistrée.',
  rendu: 'Corrections rendues : élèves et familles peuvent les lire.',
  retour: 'Corrections prêtes : elles seront lues à la date indiquée ci-dessous.',
  rappel: 'Rappel enregistré pour ceux qui n’ont pas remis leur travail.',
} as const;

export const fileWords = { checking: 'vérification en cours', refused: 'fichier refusé' } as const;
