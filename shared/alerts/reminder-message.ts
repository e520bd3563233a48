import type { Language } from '../directory/schema.ts';
import type { LocalDate } from '../kernel/school-time.ts';
import { dateIn, escaped, pageOf, safeName, type EmailMessage } from './message.ts';
import { REMINDER_TEXTS, type EveningKind } from './texts/reminder-texts.ts';

/** One piece of work as a message names it. */
export interface DueLine {
  readonly subject: string;
  /** Its first words. */
  readonly title: string;
  readonly minutes?: number | undefined;
}

/** What one child's part of the evening says; a topic that was not asked for is absent. */
export interface ChildEvening {
  readonly firstName: string;
  readonly due?: readonly DueLine[] | undefined;
  /** Subjects whose lesson of the day is written. */
  readonly inClass?: readonly string[] | undefined;
  /** Subjects whose corrections were given back. */
  readonly returned?: readonly string[] | undefined;
  /** How many marks and report cards he may read since the last message: what they say is behind the login. */
  readonly marks?: number | undefined;
  readonly cards?: number | undefined;
}

const TITLE_CHARACTERS = 80;

/** The first words of a text, on one line. */
export const titleOf = (text: string): string => {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return line.length <= TITLE_CHARACTERS ? line : `${line.slice(0, TITLE_CHARACTERS - 1).trimEnd()}…`;
};

/** True when the evening of one child is worth a message. */
export const saysSomething = ({ due = [], inClass = [], returned = [], marks = 0, cards = 0 }: ChildEvening): boolean =>
  due.length + inClass.length + returned.length + marks + cards > 0;

interface Part {
  readonly head: string;
  readonly lines: readonly string[];
}

const asText = (parts: readonly Part[]): string[] => parts.flatMap(({ head, lines }) => [head, ...lines.map((line) => `- ${line}`), '']);
const asHtml = (parts: readonly Part[]): string[] =>
  parts.map(({ head, lines }) =>
    lines.length === 0
      ? `<p>${escaped(head)}</p>`
      : `<p style="margin-bottom:.25rem">${escaped(head)}</p><ul style="margin-top:0">${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`,
  );

const partsOf = (child: ChildEvening, covers: LocalDate, language: Language): readonly Part[] => {
  const texts = REMINDER_TEXTS[language];
  const { due, inClass = [], returned = [], marks = 0, cards = 0 } = child;
  const workFor = texts.workFor(dateIn(language, covers));
  const work = due?.map(
    ({ subject, title, minutes }) => `${texts.work(subject, title)}${minutes === undefined ? '' : ` (${texts.minutes(minutes)})`}`,
  );
  return [
    ...(cards === 0 ? [] : [{ head: texts.cards(cards), lines: [] }]),
    ...(marks === 0 ? [] : [{ head: texts.marks(marks), lines: [] }]),
    ...(work === undefined ? [] : [{ head: work.length === 0 ? `${workFor} ${texts.noWork}` : workFor, lines: work }]),
    ...(inClass.length === 0 ? [] : [{ head: `${texts.inClass} ${inClass.join(', ')}.`, lines: [] }]),
    ...(returned.length === 0 ? [] : [{ head: `${texts.returned} ${returned.join(', ')}.`, lines: [] }]),
  ];
};

/** A message that tells of new marks or of report cards alone says so. */
const kindOf = (children: readonly ChildEvening[]): EveningKind => {
  if (children.some(({ due = [], inClass = [], returned = [] }) => due.length + inClass.length + returned.length > 0)) return 'evening';
  const [hasMarks, hasCards] = [children.some(({ marks = 0 }) => marks > 0), children.some(({ cards = 0 }) => cards > 0)];
  if (hasMarks === hasCards) return 'evening';
  return hasMarks ? 'marks' : 'cards';
};

/** The evening of all the children of one person, each under his first name: no mark, no teacher, no class, no absence. */
export const eveningEmailOf = (children: readonly ChildEvening[], covers: LocalDate, language: Language, link: string): EmailMessage => {
  const texts = REMINDER_TEXTS[language];
  const names = children.map((child) => safeName(child.firstName));
  const subject = texts.eveningSubject(names.length === 1 ? names[0] : undefined, kindOf(children));
  const of = children.map((child, index) => ({ name: names[index] ?? '', parts: partsOf(child, covers, language) }));
  return {
    subject,
    text: [
      ...of.flatMap(({ name, parts }) => [name, '', ...asText(parts)]),
      texts.more,
      link,
      '',
      texts.choose,
      '',
      texts.noReply,
      '',
    ].join('\n'),
    html: pageOf(
      { language, subject, link, button: texts.button, footer: texts.noReply },
      [
        ...of.flatMap(({ name, parts }) => [`<h2 style="margin-bottom:0">${escaped(name)}</h2>`, ...asHtml(parts)]),
        `<p>${escaped(texts.more)}</p>`,
      ],
      [`<p>${escaped(texts.choose)}</p>`],
    ),
  };
};

/** The teacher's one reminder of what was not handed in, to the pupil himself. */
export const handInEmailOf = (
  { firstName, subject: lesson, dueOn }: { readonly firstName: string; readonly subject: string; readonly dueOn: LocalDate },
  language: Language,
  link: string,
): EmailMessage => {
  const texts = REMINDER_TEXTS[language];
  const subject = texts.handInSubject(safeName(firstName));
  const body = texts.handIn(lesson, dateIn(language, dueOn));
  return {
    subject,
    text: [body, '', texts.more, link, '', texts.noReply, ''].join('\n'),
    html: pageOf(
      { language, subject, link, button: texts.button, footer: texts.noReply },
      [`<p><strong>${escaped(body)}</strong></p>`, `<p>${escaped(texts.more)}</p>`],
      [],
    ),
  };
};
