import type { RosterPupil, SchoolClass } from '@preau/shared/directory/schema.ts';
import type { HandedInWork } from '@preau/shared/homework/hand-in-schema.ts';
import { usualPlan } from '@preau/shared/homework/hand-in-rules.ts';
import type { Question, Quiz, QuizAnswers } from '@preau/shared/homework/quiz.ts';
import { readQuizText } from '@preau/shared/homework/quiz-text.ts';
import type { Homework } from '@preau/shared/homework/schema.ts';
import { SchoolId, type ClassId, type GroupId } from '@preau/shared/kernel/ids.ts';
import { addDays, addSeconds, instantOf, type Instant, type LocalDate } from '@preau/shared/kernel/school-time.ts';
import type { Lesson } from '@preau/shared/timetable/schema.ts';
import { fingerprintOf } from '../../functions/homework/fingerprint.ts';
import type { HandInStore } from '../../functions/homework/hand-in-store.ts';
import { rowOf } from '../../functions/homework/hand-in-work.ts';
import type { HomeworkStore } from '../../functions/homework/store.ts';
import { derivedId } from '../../functions/runtime/derived-id.ts';
import { schoolDaysBefore, termOf } from './calendar.ts';
import type { Population } from './model.ts';
import { givenFor } from './past-homework.ts';
import { random } from './random.ts';

interface World {
  readonly main: Population;
  readonly seed: number;
  readonly today: LocalDate;
  readonly store: Pick<HomeworkStore, 'add'>;
  readonly handIns: Pick<HandInStore, 'addWork' | 'putHandIn' | 'putPlan' | 'putAssessment'>;
  readonly people: {
    readonly listClasses: (schoolId: SchoolId) => Promise<readonly SchoolClass[]>;
    readonly listRoster: (query: {
      readonly classIds: readonly ClassId[];
      readonly groupIds: readonly GroupId[];
    }) => Promise<readonly RosterPupil[]>;
  };
  readonly timetable: { readonly listLessonsOfSchool: (schoolId: SchoolId, date: LocalDate) => Promise<readonly Lesson[]> };
}

/** The class of those whom everybody meets. */
const CLASS = '4B';
/** In so many school days, every subject has had its lesson. */
const DAYS_BACK = 8;
const HANDED_IN = 0.8;
const RIGHT = 0.7;

const QUESTIONS = `? Diagonales d’un parallélogramme (1 point)
+ Elles se coupent en leur milieu
- Elles ont toujours la même longueur
- Elles sont toujours perpendiculaires

? Sont des parallélogrammes (2 points)
+ Le rectangle
+ Le losange
- Le trapèze

? Aire, en cm², d’un parallélogramme de base 7 cm et de hauteur 3,5 cm (2 points)
= 24,5 ± 0,05`;

const COPIES = [
  'Le lendemain, la pluie tombait encore. Il ouvrit la porte sans bruit et suivit les traces jusqu’au bois.',
  'Elle relut la lettre, la plia en quatre et la glissa sous la lampe. Personne ne devait savoir.',
  'Quand la cloche sonna, le vieil homme se leva, prit sa canne et sortit sans se retourner.',
] as const;

const answerTo = (question: Question, isRight: boolean): string | string[] => {
  if (question.kind === 'single')
    return (isRight ? question.right : question.choices.find(({ key }) => key !== question.right)?.key) ?? question.right;
  if (question.kind === 'multiple') return isRight ? question.right : question.right.slice(0, 1);
  if (question.kind === 'numeric') return isRight ? String(question.right) : '21';
  return isRight ? (question.right[0] ?? '') : '?';
};

interface Handed {
  readonly text: string;
  readonly answers?: QuizAnswers;
}

/** The submit of one pupil, alone, on the eve of the day it was due. */
const submitOf = ({ homeworkId }: Homework, { pupilId }: RosterPupil, at: Instant, { text, answers }: Handed): HandedInWork => ({
  homeworkId,
  pupilId,
  requestId: derivedId('key', `demo:${homeworkId}${pupilId}`),
  by: pupilId,
  members: [pupilId],
  receipt: {
    at,
    late: false,
    fingerprint: fingerprintOf({ homeworkId, members: [pupilId], text, answers, sha256: [] }),
  },
  text,
  files: [],
  ...(answers === undefined ? {} : { answers }),
});

/** Most of the class hands in; written again, nothing is doubled. */
const handInAll = async (
  work: Homework,
  quiz: Quiz | undefined,
  pupils: readonly RosterPupil[],
  { handIns, seed }: World,
): Promise<number> => {
  let written = 0;
  for (const pupil of pupils) {
    const chance = random(seed, `hand-in ${work.homeworkId} ${pupil.pupilId}`);
    if (!chance.chance(HANDED_IN)) continue;
    const at = addSeconds(instantOf(addDays(work.dueOn, -1), '17:00'), chance.int(0, 3 * 3600));
    const answers = quiz && Object.fromEntries(quiz.map((question) => [question.key, answerTo(question, chance.chance(RIGHT))]));
    const submit = submitOf(work, pupil, at, answers === undefined ? { text: chance.pick(COPIES) } : { text: '', answers });
    if (!(await handIns.addWork(submit, []))) continue;
    if (await handIns.putHandIn(rowOf(submit, 1, quiz), undefined, [])) written += 1;
  }
  return written;
};

/** What one class handed in of late: a questionnaire that marked itself, whose points may be taken into the marks, and copies that wait for their correction. */
export const writePastHandIns = async (world: World): Promise<{ readonly handIns: number }> => {
  const { main, today, store, handIns, people, timetable } = world;
  const [school] = main.schools;
  const schoolId = SchoolId.parse(derivedId('sch', school?.uai ?? ''));
  const met = (await people.listClasses(schoolId)).find(({ name }) => name === CLASS);
  const quiz = readQuizText(QUESTIONS);
  if (!Array.isArray(quiz)) throw new Error('The questionnaire of the demonstration cannot be read');
  if (met === undefined) return { handIns: 0 };
  const term = termOf(today);
  const days = await Promise.all(schoolDaysBefore(term, today, DAYS_BACK).map((date) => timetable.listLessonsOfSchool(schoolId, date)));
  const pupils = await people.listRoster({ classIds: [met.classId], groupIds: [] });
  const lastLesson = (subject: RegExp): Lesson | undefined =>
    days
      .flat()
      .find((one) => one.groups.length === 0 && one.classes.some(({ classId }) => classId === met.classId) && subject.test(one.subject));

  let written = 0;
  const give = async (subject: RegExp, name: string, text: string, asked?: Quiz): Promise<void> => {
    const lesson = lastLesson(subject);
    const givenOn = lesson && schoolDaysBefore(term, lesson.date, 3).at(-1);
    if (lesson === undefined || givenOn === undefined) return;
    const idea = { kind: 'handIn', minutes: 20, text } as const;
    const work = givenFor(lesson, idea, { name: `${name}:${lesson.lessonId}`, givenOn, publishedAt: instantOf(givenOn, '16:40') });
    if (work === undefined) return;
    await store.add(work);
    if (asked !== undefined) {
      await handIns.putAssessment(work.homeworkId, { quiz: asked });
      await handIns.putPlan({ ...usualPlan(work.homeworkId), hasAssessment: true, revision: 1 });
    }
    written += await handInAll(work, asked, pupils, world);
  };
  await give(/math/iu, 'quiz', 'Répondre au questionnaire sur les parallélogrammes.', quiz);
  await give(/fran[cç]ais/iu, 'copie', 'Rédiger la suite du récit, une page environ, au passé simple.');
  return { handIns: written };
};
