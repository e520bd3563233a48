import { describe, expect, it } from 'vitest';
import { anActor } from '@preau/shared/directory/actors.testing.ts';
import type { Actor, Child, Post } from '@preau/shared/directory/schema.ts';
import { lessonsOn } from '@preau/shared/timetable/rules.ts';
import type { Slot } from '@preau/shared/timetable/schema.ts';
import { apiHandler } from '../runtime/api.ts';
import { operations } from './operations.ts';
import { aSlot, classId, groupId, personId, schoolId, slotId } from './slots.testing.ts';

const MONDAY = '2026-11-23';

const latin = aSlot({
  slotId: slotId('monlatin'),
  start: '10:00',
  end: '11:00',
  subject: 'Latin',
  groups: [{ groupId: groupId('latins'), name: '3LAT' }],
});
const slots: readonly Slot[] = [latin, aSlot()];

const aChild = (change: Partial<Child> = {}): Child => ({
  pupilId: personId('zoe-pupil'),
  firstName: 'Zoé',
  lastName: 'Keller',
  schoolId: schoolId('college'),
  schoolName: 'Collège',
  classId: classId('third-a'),
  className: '3A',
  groupIds: [],
  relationship: 'mother',
  rights: { informed: true, decides: true, contact: true, payer: true },
  ...change,
});

const aPost = (change: Partial<Post> = {}): Post => ({
  schoolId: schoolId('college'),
  schoolName: 'Collège',
  functions: ['ENS'],
  classIds: [],
  groupIds: [],
  principalOf: [],
  ...change,
});

const aGuardian = (children: readonly Child[]): Actor => anActor({ kind: 'guardian', children: [...children] });

const read = async (actor: Actor, query: Record<string, string> = {}, date = MONDAY) => {
  const handler = apiHandler(
    operations,
    {
      now: () => '2026-11-23T07:00:00.000Z',
      findActor: async () => actor,
      timetable: {
        findLesson: async () => undefined,
        readDayOfClass: async (id, day) => ({
          lessons: lessonsOn(
            slots.filter((slot) => slot.classes.some((one) => one.classId === id)),
            day,
          ),
          movedAway: [],
        }),
        readDayTaughtBy: async ({ personId: id }, day) => ({
          lessons: lessonsOn(
            slots.filter((slot) => slot.teachers.some((one) => one.personId === id)),
            day,
          ),
          movedAway: [],
        }),
        listLessonsOfClass: async () => [],
        readDayOfTeacher: async () => ({ lessons: [], movedAway: [] }),
        listLessonsOfTeacher: async () => [],
        listLessonsOfSchool: async () => [],
        listServicesOfClass: async () => [],
        listServicesOfTeacher: async () => [],
      },
      store: { findDecision: async () => undefined, listDecisions: async () => [], decide: async () => false },
      directory: {
        findPupil: async (id) =>
          id === personId('zoe-pupil')
            ? { schoolId: schoolId('college'), classId: classId('third-a'), groupIds: [groupId('latins')] }
            : undefined,
        listStaff: async () => [],
        findSchoolSettings: async () => {
          throw new Error('A day needs no setting');
        },
        listClasses: async (id) => (id === schoolId('college') ? [{ classId: classId('third-a') }] : []),
      },
    },
    async () => actor,
  );
  const response = await handler(
    {
      routeKey: 'GET /timetable/{date}',
      rawPath: `/timetable/${date}`,
      pathParameters: { date },
      queryStringParameters: query,
      requestContext: {
        requestId: 'r',
        http: { method: 'GET', path: '/' },
        authorizer: { jwt: { claims: { username: actor.personId, auth_time: '1', token_use: 'access' } } },
      },
    },
    {} as never,
  );
  return {
    status: response.statusCode,
    body: JSON.parse(response.body) as { lessons?: { subject: string; teachers: string[] }[]; code?: string },
  };
};

const subjects = async (...call: Parameters<typeof read>) => (await read(...call)).body.lessons?.map((lesson) => lesson.subject);

describe('read-day', () => {
  it('gives a pupil the lessons of his class and of his groups only', async () => {
    expect(await subjects(anActor({ kind: 'pupil', self: aChild({ relationship: 'self' }) }))).toEqual(['Mathématiques']);
    expect(await subjects(anActor({ kind: 'pupil', self: aChild({ groupIds: [groupId('latins')] }) }))).toEqual(['Mathématiques', 'Latin']);
  });

  it('gives a pupil without class an empty day', async () => {
    const { classId: _class, ...withoutClass } = aChild();
    expect(await subjects(anActor({ kind: 'pupil', self: withoutClass }))).toEqual([]);
  });

  it('gives a teacher his own lessons, and names teachers without their ids', async () => {
    const { body } = await read(anActor({ personId: personId('teacher'), kind: 'staff', posts: [aPost()] }));
    expect(body.lessons?.map((lesson) => lesson.teachers)).toEqual([['Mme Schmitt'], ['Mme Schmitt']]);
  });

  it('gives an informed guardian the child’s day, and nothing to the others', async () => {
    const query = { pupilId: 'per_zoe-pupil' };
    expect(await subjects(aGuardian([aChild()]), query)).toEqual(['Mathématiques']);
    const uninformed = aChild({ rights: { informed: false, decides: false, contact: true, payer: false } });
    expect((await read(aGuardian([uninformed]), query)).status).toBe(404);
    expect((await read(aGuardian([]), query)).status).toBe(404);
  });

  it('gives the staff of the school a pupil’s and a class’s day, and hides them from other schools', async () => {
    const here = anActor({ kind: 'staff', posts: [aPost({ functions: ['CPE'] })] });
    const elsewhere = anActor({ kind: 'staff', posts: [aPost({ schoolId: schoolId('lycee-1') })] });
    expect(await subjects(here, { pupilId: 'per_zoe-pupil' })).toEqual(['Mathématiques', 'Latin']);
    expect(await subjects(here, { classId: 'cls_third-a' })).toEqual(['Mathématiques', 'Latin']);
    expect((await read(elsewhere, { pupilId: 'per_zoe-pupil' })).status).toBe(404);
    expect((await read(elsewhere, { classId: 'cls_third-a' })).status).toBe(404);
  });

  it('tells a guardian who names no child to choose one', async () => {
    const { status, body } = await read(aGuardian([aChild()]));
    expect([status, body.code]).toEqual([422, 'timetable.no-own-day']);
  });

  it('refuses a pupil and a class at once, and a date that does not exist', async () => {
    const actor = anActor({ kind: 'staff', posts: [aPost()] });
    expect((await read(actor, { pupilId: 'per_zoe-pupil', classId: 'cls_third-a' })).status).toBe(400);
    expect((await read(actor, {}, '2026-02-30')).status).toBe(400);
  });
});
