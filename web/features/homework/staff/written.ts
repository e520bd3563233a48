import * as z from 'zod';
import type { AudienceChoice, WrittenHomework } from '@preau/shared/homework/api.ts';
import { HOMEWORK_MINUTES_MAX, HomeworkKind, HomeworkLink } from '@preau/shared/homework/schema.ts';
import { ClassId, FileId, GroupId, LessonId, PersonId } from '@preau/shared/kernel/ids.ts';
import { fromMarkdown } from '@preau/shared/kernel/markdown.ts';
import { LocalDate } from '@preau/shared/kernel/school-time.ts';
import { linesOf, words } from '@/lib/lists.ts';
import { told } from '@/lib/told.ts';

const blank = z.literal('').transform(() => undefined);
const optionalDate = told(LocalDate.or(blank).optional(), 'Écrivez une date, par exemple 30/11/2026.');

const Links = z
  .string()
  .default('')
  .transform((text) => linesOf(text).map((url) => ({ url })))
  .pipe(z.array(HomeworkLink).max(10, 'Donnez dix liens au plus.'));

/** The fields of a piece of work, as its form sends them. */
export const writtenFields = {
  due: told(LessonId.or(z.literal('date')), 'Choisissez pour quel cours, ou pour quelle date.'),
  date: optionalDate,
  kind: told(HomeworkKind, 'Choisissez de quoi il s’agit.'),
  minutes: told(
    z
      .string()
      .regex(/^\d{1,3}$/u)
      .transform(Number)
      .pipe(z.int().min(1).max(HOMEWORK_MINUTES_MAX))
      .or(blank)
      .optional(),
    `Écrivez une durée en minutes, de 1 à ${HOMEWORK_MINUTES_MAX}.`,
  ),
  body: z.string().max(10_000, 'Écrivez 10 000 caractères au plus, ou joignez un fichier.').transform(fromMarkdown),
  links: told(Links, 'Écrivez une adresse complète par ligne, qui commence par https://.'),
  files: words(z.array(FileId).max(10, 'Joignez dix fichiers au plus.')).default([]),
  subject: z.string().trim().max(80, 'Écrivez 80 caractères au plus.').or(blank).optional(),
  givenOn: optionalDate,
  publishOn: optionalDate,
  as: z.enum(['draft', 'publish', 'foresee']),
};

const Written = z.object(writtenFields);

/** What the API is asked, less whom it is for; `date-missing` when a date was to be chosen. */
export const writtenOf = (form: z.output<typeof Written>): Omit<WrittenHomework, 'audience'> | 'date-missing' => {
  const { due, date, minutes, subject, givenOn, publishOn, as, files, kind, body, links } = form;
  if (due === 'date' && date === undefined) return 'date-missing';
  return {
    kind,
    body,
    links,
    files: files.map((fileId, index) => ({ fileId, name: `Document ${index + 1}` })),
    due: due === 'date' ? { kind: 'date', date: date ?? '' } : { kind: 'lesson', lessonId: due },
    ...(minutes === undefined ? {} : { minutes }),
    ...(subject === undefined || subject === '' ? {} : { subject }),
    ...(givenOn === undefined ? {} : { givenOn }),
    ...(publishOn === undefined ? {} : { publishOn }),
    as: as === 'draft' ? 'draft' : 'publish',
  };
};

export const Whole = z.union([
  ClassId.transform((classId) => ({ kind: 'class', classId }) as const),
  GroupId.transform((groupId) => ({ kind: 'group', groupId }) as const),
]);

const PUPIL = 'eleve-';
export const pupilField = (pupilId: string): string => `${PUPIL}${pupilId}`;

/** The whole class or group, or those of its pupils who are ticked. */
export const audienceOf = (of: z.output<typeof Whole>, form: Readonly<Record<string, unknown>>): AudienceChoice => {
  const pupilIds = Object.keys(form).flatMap((name) =>
    name.startsWith(PUPIL) ? (PersonId.safeParse(name.slice(PUPIL.length)).data ?? []) : [],
  );
  return pupilIds.length === 0 ? of : { kind: 'pupils', of, pupilIds };
};
