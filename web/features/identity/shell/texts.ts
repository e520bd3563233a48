import type { Language } from '@preau/shared/directory/schema.ts';

const fr = {
  skip: 'Aller au contenu',
  home: 'Accueil',
  timetable: 'Emploi du temps',
  absences: 'Absences',
  preferences: 'Préférences',
  rolls: 'Appels',
  decide: 'À décider',
  record: 'Saisir',
  families: 'Familles',
  imports: 'Imports',
  mainNav: 'Rubriques',
  account: 'Mon compte',
  help: 'Aide',
  signOut: 'Se déconnecter',
  place: 'Changer d’établissement ou de rôle',
  school: 'Établissement',
  role: 'Rôle',
  apply: 'Changer',
  light: 'Passer en mode léger',
  full: 'Quitter le mode léger',
  accessibility: 'Accessibilité',
  language: 'English',
  languageCode: 'en',
  serviceInfo: 'Informations et réglages',
};

export type ShellTexts = typeof fr;

const en: ShellTexts = {
  skip: 'Skip to content',
  home: 'Home',
  timetable: 'Timetable',
  absences: 'Absences',
  preferences: 'Settings',
  rolls: 'Registers',
  decide: 'To decide',
  record: 'Record',
  families: 'Families',
  imports: 'Imports',
  mainNav: 'Sections',
  account: 'My account',
  help: 'Help',
  signOut: 'Sign out',
  place: 'Change school or role',
  school: 'School',
  role: 'Role',
  apply: 'Change',
  light: 'Switch to light mode',
  full: 'Leave light mode',
  accessibility: 'Accessibility',
  language: 'Français',
  languageCode: 'fr',
  serviceInfo: 'Information and settings',
};

export const shellTexts = (language: Language): ShellTexts => (language === 'en' ? en : fr);
