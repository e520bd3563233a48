/** The domains of the contract as a school names them. */
export const DOMAIN_WORDS: Readonly<Record<string, string>> = {
  identity: 'Connexion',
  directory: 'Annuaire',
  timetable: 'Emploi du temps',
  attendance: 'Appel et absences',
  alerts: 'Alertes aux familles',
  files: 'Fichiers',
  notebook: 'Cahier de textes',
  homework: 'Devoirs',
  assessment: 'Évaluation',
  reports: 'Bulletins',
  imports: 'Imports',
  operations: 'Exploitation',
};
