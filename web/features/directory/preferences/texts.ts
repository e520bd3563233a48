import type { Language } from '@preau/shared/directory/schema.ts';

const fr = {
  title: 'Préférences',
  fault: 'Vos préférences ne sont pas enregistrées',
  saved: 'Vos préférences sont enregistrées.',
  language: 'Langue de vos pages et de vos alertes',
  light: 'Affichage sur cet appareil',
  full: 'Complet',
  lightMode: 'Mode léger',
  lightDetail: 'Sans aucun script : plus rapide sur un vieux téléphone ou un petit forfait',
  save: 'Enregistrer',
};

const en: typeof fr = {
  title: 'Settings',
  fault: 'Your settings have not been saved',
  saved: 'Your settings are saved.',
  language: 'Language of your pages and alerts',
  light: 'Display on this device',
  full: 'Full',
  lightMode: 'Light mode',
  lightDetail: 'Without any script: faster on an old phone or a small data plan',
  save: 'Save',
};

export const preferencesTexts = (language: Language): typeof fr => (language === 'en' ? en : fr);
