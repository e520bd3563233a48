import type { MessageTexts } from './message-texts.ts';

export const fr: MessageTexts = {
  locale: 'fr-FR',
  timeOf: (hour, minute) => (minute === '00' ? `${hour} h` : `${hour} h ${minute}`),
  subject: {
    absence: (firstName) => `${firstName} : absence signalée`,
    lateness: (firstName) => `${firstName} : retard signalé`,
    nowPresent: (firstName) => `${firstName} : correction, rien à signaler`,
    nowLate: (firstName) => `${firstName} : correction, retard et non absence`,
    nowAbsent: (firstName) => `${firstName} : correction, absence et non retard`,
  },
  body: {
    absence: ({ firstName, date, time }) => `${firstName} : absence signalée au cours de ${time}, ${date}.`,
    lateness: ({ firstName, date, time }) => `${firstName} : retard signalé au cours de ${time}, ${date}.`,
    nowPresent: ({ firstName, date, time }) =>
      `Correction : rien à signaler pour ${firstName} au cours de ${time}, ${date}. Ne tenez pas compte de notre message précédent.`,
    nowLate: ({ firstName, date, time }) =>
      `Correction pour ${firstName} : un retard, et non une absence, au cours de ${time}, ${date}. Notre message précédent était inexact.`,
    nowAbsent: ({ firstName, date, time }) =>
      `Correction pour ${firstName} : une absence, et non un retard, au cours de ${time}, ${date}. Notre message précédent était inexact.`,
  },
  more: 'Connectez-vous pour en savoir plus et pour répondre à l’établissement :',
  button: 'Voir et répondre',
  mistake: 'Si cette information vous surprend, appelez la vie scolaire de l’établissement.',
  noReply: 'Ce message est envoyé automatiquement : les réponses par courriel ne sont pas lues.',
  smsMore: (link) => `Voir et répondre : ${link}`,
};
