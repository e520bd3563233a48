import type { School } from '@preau/shared/directory/schema.ts';
import { SealedCard } from '@preau/shared/reports/sealed.ts';
import { subjectKey, type Discipline, type LsuInput } from '@preau/shared/reports/lsu-input.ts';
import { localDateOf } from '@preau/shared/kernel/school-time.ts';
import { schoolYearOf } from '@preau/shared/kernel/school-year.ts';
import type { Card, CardPeriodKey, CycleReport } from '@preau/shared/reports/schema.ts';
import { inForce } from '@preau/shared/reports/versions.ts';
import type { ReportsServices } from './services.ts';

const CLASSES_AT_ONCE = 8;

/** The cards in force of a whole school for one period, in the order of its classes: those of a collège only, for a lycée has another file. */
const cardsOfSchool = async (
  { schoolId }: School,
  period: CardPeriodKey,
  { directory, store }: ReportsServices,
): Promise<readonly Card[]> => {
  const classes = await directory.listClasses(schoolId);
  const cards: Card[] = [];
  for (let at = 0; at < classes.length; at += CLASSES_AT_ONCE) {
    const lists = await Promise.all(classes.slice(at, at + CLASSES_AT_ONCE).map(({ classId }) => store.listOfClass(classId, period)));
    const wanted = lists.flatMap(({ cards: found }) =>
      found.flatMap((one) => {
        const version = inForce(one);
        return version === undefined ? [] : [{ pupilId: one.pupilId, period, version: version.version }];
      }),
    );
    const texts = new Map((await store.listSealed(wanted)).map((one) => [one.pupilId, one.text]));
    cards.push(
      ...wanted.flatMap(({ pupilId }) => {
        const text = texts.get(pupilId);
        if (text === undefined) return [];
        const { card } = SealedCard.parse(JSON.parse(text));
        return card.model === 'bilanPeriodique' ? [card] : [];
      }),
    );
  }
  return cards;
};

const PUPILS_AT_ONCE = 20;

/** Ends of cycle leave with the last period of the year that decided them, once. */
const cyclesOf = async (cards: readonly Card[], { assessment }: ReportsServices): Promise<readonly CycleReport[]> => {
  const last = cards.filter(({ period }) => period.index === period.count);
  const cycles: CycleReport[] = [];
  for (let at = 0; at < last.length; at += PUPILS_AT_ONCE) {
    const found = await Promise.all(
      last
        .slice(at, at + PUPILS_AT_ONCE)
        .map(async ({ pupil: { pupilId }, year }) =>
          (await assessment.listSocle(pupilId)).filter((socle) => schoolYearOf(localDateOf(socle.at)) === year),
        ),
    );
    cycles.push(
      ...found.flat().map(({ pupilId, cycle, levels, synthesis, at: decidedAt }) => ({
        pupilId,
        cycle,
        socle: levels,
        synthesis,
        on: localDateOf(decidedAt),
      })),
    );
  }
  return cycles;
};

/** The codes that the head chose, else those of the subjects of the school that bear the same name. */
const disciplinesOf = async ({ schoolId }: School, { directory, store }: ReportsServices) => {
  const [taught, chosen] = await Promise.all([directory.listTaughtSubjects(schoolId), store.findDisciplines(schoolId)]);
  const disciplines = new Map<string, Discipline>([
    ...taught.map(({ code, label }) => [subjectKey(label), { code, election: 'S' }] as const),
    ...(chosen?.disciplines ?? []).map(({ label, code, election }) => [subjectKey(label), { code, election }] as const),
  ]);
  return { disciplines, taught };
};

/** All that the national file of a school is made from, gathered now. */
export const gatherLsu = async (school: School, period: CardPeriodKey, services: ReportsServices) => {
  const [cards, { disciplines, taught }] = await Promise.all([cardsOfSchool(school, period, services), disciplinesOf(school, services)]);
  const teacherIds = cards.flatMap((card) =>
    [...card.headTeachers, ...card.subjects.flatMap(({ teachers }) => teachers)].map(({ personId }) => personId),
  );
  const [baseIds, teachers, cycles] = await Promise.all([
    services.directory.listBaseIds(cards.map(({ pupil }) => pupil.pupilId)),
    services.directory.listNationalTeachers(teacherIds),
    cyclesOf(cards, services),
  ]);
  const input: LsuInput = {
    uai: school.uai,
    head: cards[0]?.head ?? '',
    cards,
    cycles,
    baseIds,
    teachers: new Map(teachers.map((teacher) => [teacher.personId, teacher])),
    disciplines,
  };
  return { input, taught };
};
