import type { ReminderTopics } from '@preau/shared/alerts/reminders.ts';
import type { Language } from '@preau/shared/directory/schema.ts';

const fr = {
  title: 'Ce que vous recevez par courriel',
  saved: 'Votre choix est enregistré.',
  refused: 'Votre choix n’est pas enregistré',
  lead: 'Un seul message, le soir vers 18 h, les jours de classe. Rien la nuit, rien pendant les fermetures.',
  who: 'Pour',
  presets: 'Choisir en un geste',
  essential: 'Essentiel',
  evening: 'Résumé du soir',
  all: 'Tout',
  presetDetail:
    'Essentiel : l’absence du jour seulement. Résumé du soir : le travail du lendemain, les nouvelles notes et les bulletins. Tout : chaque sujet.',
  ownPresetDetail:
    'Essentiel : aucun message. Résumé du soir : le travail du lendemain, les nouvelles notes et les bulletins. Tout : chaque sujet.',
  topics: {
    work: 'Travail à faire',
    notebook: 'Cahier de textes',
    returned: 'Corrections rendues',
    marks: 'Nouvelles notes',
    cards: 'Nouveau bulletin',
  } satisfies Record<keyof ReminderTopics, string>,
  absence: 'Absence du jour',
  locked: 'Toujours envoyée',
  why: 'L’absence du jour est toujours envoyée aux responsables : l’établissement doit la leur signaler sans délai.',
  pause: 'Ne rien m’envoyer la veille des vacances',
  save: 'Enregistrer ces choix',
};

export type ReminderPageTexts = typeof fr;

const en: ReminderPageTexts = {
  title: 'What you receive by e-mail',
  saved: 'Your choice is saved.',
  refused: 'Your choice is not saved',
  lead: 'One single message, in the evening at about 6 pm, on school days. Nothing at night, nothing while the school is closed.',
  who: 'For',
  presets: 'Choose in one tap',
  essential: 'Essential',
  evening: 'Evening summary',
  all: 'Everything',
  presetDetail:
    'Essential: today’s absence only. Evening summary: the work for the next day, new marks and report cards. Everything: each subject.',
  ownPresetDetail:
    'Essential: no message. Evening summary: the work for the next day, new marks and report cards. Everything: each subject.',
  topics: {
    work: 'Work to do',
    notebook: 'Class notebook',
    returned: 'Corrected work',
    marks: 'New marks',
    cards: 'New report card',
  },
  absence: 'Absence of the day',
  locked: 'Always sent',
  why: 'The absence of the day is always sent to guardians: the school must report it to them without delay.',
  pause: 'Send me nothing on the eve of holidays',
  save: 'Save these choices',
};

export const reminderPageTexts = (language: Language): ReminderPageTexts => (language === 'en' ? en : fr);
