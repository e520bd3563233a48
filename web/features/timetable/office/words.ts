/** What has just been done to a lesson. */
export const CHANGES_DONE = {
  modifie: 'Cours modifié. Les familles et les professeurs le voient dès maintenant.',
  retire: 'Modification retirée : le cours est de nouveau celui de l’emploi du temps.',
} as const;

/** What else happens at the hour of a changed lesson: worth a look, never refused. */
export const CLASH_WORDS = {
  professeur: 'À vérifier : ce professeur a déjà un cours à cette heure-là. La modification est enregistrée.',
  classe: 'À vérifier : ces élèves ont déjà un cours à cette heure-là. La modification est enregistrée.',
} as const;
