import { firstOfMonth } from '../kernel/french-date.ts';
import type { Language } from '../directory/schema.ts';
import type { LessonTelling } from './schema.ts';
import { toSms, type Sms } from './sms.ts';
import { en } from './texts/en.ts';
import { fr } from './texts/fr.ts';
import type { MessageTexts } from './texts/message-texts.ts';

/** A language of the directory without its file does not compile. */
const TEXTS: Readonly<Record<Language, MessageTexts>> = { fr, en };

export interface EmailMessage {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** A first name comes from an import: no line break reaches a header, and nothing long enough to be a message. */
export const safeName = (firstName: string): string =>
  firstName
    .replaceAll(/[\p{C}<>]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .slice(0, 40);

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const DAY = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
const formats = new Map<Language, Intl.DateTimeFormat>();

/** Building a formatter costs a hundred times what using it does: once for each language that is written in. */
const dayFormat = (language: Language): Intl.DateTimeFormat => {
  const format = formats.get(language) ?? new Intl.DateTimeFormat(TEXTS[language].locale, DAY);
  formats.set(language, format);
  return format;
};

export const dateIn = (language: Language, date: string): string => {
  const text = dayFormat(language).format(new Date(`${date}T12:00:00Z`));
  return language === 'fr' ? firstOfMonth(text) : text;
};

const timeIn = (texts: MessageTexts, time: string): string => texts.timeOf(Number(time.slice(0, 2)), time.slice(3, 5));

interface MailPage {
  readonly language: Language;
  readonly subject: string;
  readonly link: string;
  readonly button: string;
  readonly footer: string;
}

/** A message as a page: parts already escaped, above and below the way to the login. */
export const pageOf = (
  { language, subject, link, button, footer }: MailPage,
  above: readonly string[],
  below: readonly string[],
): string => {
  const wayIn = [
    `<p><a href="${escaped(link)}" style="display:inline-block;padding:.75rem 1.25rem;color:#fff;background:#155055;border-radius:.75rem;font-weight:bold;text-decoration:none">${escaped(button)}</a></p>`,
    `<p><a href="${escaped(link)}" style="color:#155055">${escaped(link)}</a></p>`,
  ];
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>
<body style="margin:0 auto;max-width:36rem;padding:1.5rem;font:1.125rem/1.5 sans-serif;color:#161616;background:#fff">
${[...above, ...wayIn, ...below].join('\n')}
<p style="font-size:.875rem;color:#555">${escaped(footer)}</p>
</body></html>
`;
};

/** The e-mail of a delivery in the guardian's language: first name, kind, date and hour; the rest is behind the login. */
export const emailOf = (told: LessonTelling, language: Language, link: string): EmailMessage => {
  const texts = TEXTS[language];
  const firstName = safeName(told.firstName);
  const body = texts.body[told.kind]({ firstName, date: dateIn(language, told.date), time: timeIn(texts, told.start) });
  const subject = texts.subject[told.kind](firstName);
  return {
    subject,
    text: [body, '', texts.more, link, '', texts.mistake, '', texts.noReply, ''].join('\n'),
    html: pageOf(
      { language, subject, link, button: texts.button, footer: texts.noReply },
      [`<p><strong>${escaped(body)}</strong></p>`, `<p>${escaped(texts.more)}</p>`],
      [`<p>${escaped(texts.mistake)}</p>`],
    ),
  };
};

/** The SMS of a delivery: first name and kind of event, a link to the login, nothing else. */
export const smsOf = (told: Pick<LessonTelling, 'firstName' | 'kind'>, language: Language, link: string): Sms => {
  const texts = TEXTS[language];
  return toSms(`${texts.subject[told.kind](safeName(told.firstName))}. ${texts.smsMore(link)}`);
};
