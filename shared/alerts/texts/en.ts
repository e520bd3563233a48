import type { MessageTexts } from './message-texts.ts';

export const en: MessageTexts = {
  locale: 'en-GB',
  timeOf: (hour, minute) => `${hour}:${minute}`,
  subject: {
    absence: (firstName) => `${firstName}: absence reported`,
    lateness: (firstName) => `${firstName}: late arrival reported`,
    nowPresent: (firstName) => `${firstName}: correction, nothing to report`,
    nowLate: (firstName) => `${firstName}: correction, late and not absent`,
    nowAbsent: (firstName) => `${firstName}: correction, absent and not late`,
  },
  body: {
    absence: ({ firstName, date, time }) => `${firstName}: absence reported at the ${time} lesson, ${date}.`,
    lateness: ({ firstName, date, time }) => `${firstName}: late arrival reported at the ${time} lesson, ${date}.`,
    nowPresent: ({ firstName, date, time }) =>
      `Correction: nothing to report for ${firstName} at the ${time} lesson, ${date}. Please ignore our previous message.`,
    nowLate: ({ firstName, date, time }) =>
      `Correction for ${firstName}: a late arrival, not an absence, at the ${time} lesson, ${date}. Our previous message was wrong.`,
    nowAbsent: ({ firstName, date, time }) =>
      `Correction for ${firstName}: an absence, not a late arrival, at the ${time} lesson, ${date}. Our previous message was wrong.`,
  },
  more: 'Sign in to know more and to answer the school:',
  button: 'Read and answer',
  mistake: 'If this comes as a surprise, please call the school office.',
  noReply: 'This message was sent automatically: replies by e-mail are not read.',
  smsMore: (link) => `Read and answer: ${link}`,
};
