/** Reasons that an office gives again and again; it may write its own. */
export const REFUSAL_TEMPLATES = [
  'Le motif indiqué n’est pas un motif légitime d’absence.',
  'Un déplacement familial hors vacances n’est pas un motif légitime.',
  'Joignez un document : rendez-vous, convocation ou attestation.',
] as const;

/** What has just been done in the office. */
export const OFFICE_DONE = {
  accepte: 'Justification acceptée. La famille le voit.',
  refuse: 'Justification déclarée non recevable. La famille lit votre motif.',
  rouvert: 'Décision rouverte : l’historique la garde.',
  saisi: 'Absence saisie.',
  retire: 'Absence retirée : l’historique la garde.',
} as const;
