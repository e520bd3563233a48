import { beforeEach, describe, expect, it } from 'vitest';
import { directoryOperations } from '@preau/shared/directory/api.ts';
import { timetableOperations } from '@preau/shared/timetable/api.ts';
import type { WantedChange } from '@preau/shared/timetable/schema.ts';
import { smallAcademy, type SmallAcademy } from '../testing/small-academy-world.ts';
import { CLASS_HERE, LESSON, person, SCHOOL_HERE, TODAY } from '../testing/small-academy.ts';

const THURSDAY = '2026-11-26';

let academy: SmallAcademy;
beforeEach(async () => {
  academy = await smallAcademy();
});

let submits = 0;
const change = async (who: string, wanted: object, over: object = {}) => {
  const body = { change: wanted, requestId: `submit-${(submits += 1)}-of-the-test`, ...over };
  return academy.ask(timetableOperations.changeLesson, who, { path: { lessonId: LESSON }, body });
};

const dayOf = async (who: string, date = TODAY, query: Record<string, string> = {}) =>
  (await academy.ask(timetableOperations.readDay, who, { path: { date }, query })).body;
const changesOf = async (from: string, until = from) =>
  (await academy.ask(timetableOperations.listChanges, 'aed', { path: { schoolId: SCHOOL_HERE }, query: { from, until } })).body.changes;

const MOVED: WantedChange = { kind: 'moved', date: THURSDAY, start: '10:00', end: '11:00', reason: 'exam' };
const REPLACED: WantedChange = {
  kind: 'replaced',
  teacherId: person('otherTeacher'),
  replacedId: person('teacher'),
  subject: 'Latin',
  reason: 'teacherAway',
};

describe('a cancelled lesson', () => {
  it('stays in the day of everybody, said to be cancelled, with its reason', async () => {
    expect((await change('cpe', { kind: 'cancelled', reason: 'meeting', note: 'Permanence en salle 12' })).status).toBe(200);
    for (const who of ['pupil', 'teacher']) {
      expect((await dayOf(who)).lessons).toMatchObject([
        { lessonId: LESSON, start: '08:00', change: { kind: 'cancelled', reason: 'meeting', note: 'Permanence en salle 12' } },
      ]);
    }
    const home = (await academy.ask(directoryOperations.readHome, 'head', {})).body;
    expect(home).toMatchObject({ schools: [{ lessonsToday: 0, begun: 0 }] });
  });
});

describe('a moved lesson', () => {
  it('is found at its new day and hour, and the old place says where it went', async () => {
    await change('cpe', MOVED);
    const today = await dayOf('pupil');
    expect(today.lessons).toEqual([]);
    expect(today.movedAway).toMatchObject([{ lessonId: LESSON, date: THURSDAY, start: '10:00', change: { previous: { start: '08:00' } } }]);
    const thursday = await dayOf('teacher', THURSDAY);
    expect(thursday.lessons).toMatchObject([
      {
        lessonId: LESSON,
        date: THURSDAY,
        start: '10:00',
        change: { kind: 'moved', previous: { date: TODAY, start: '08:00', end: '09:00' } },
      },
    ]);
    const home = (await academy.ask(directoryOperations.readHome, 'guardian', {})).body;
    expect(home).toMatchObject({
      children: [{ lessons: [{ start: '08:00', end: '09:00', movedTo: { date: THURSDAY, start: '10:00' } }] }],
    });
    expect((await dayOf('cpe', THURSDAY, { teacherId: person('teacher') })).lessons).toHaveLength(1);
  });

  it('is listed for the office from its old date as from its new one, once', async () => {
    await change('cpe', MOVED);
    for (const [from, until] of [[TODAY], [THURSDAY], [TODAY, THURSDAY]] as const) {
      expect(await changesOf(from, until ?? from)).toMatchObject([{ lesson: { lessonId: LESSON }, byName: 'cpe Lemoine' }]);
    }
    expect(await changesOf('2026-11-24')).toEqual([]);
  });

  it.each([
    ['into the past', { ...MOVED, date: '2026-11-20' }, 'timetable.moved-to-past'],
    ['to an hour that is over', { ...MOVED, date: TODAY, start: '07:00', end: '08:00' }, 'timetable.moved-to-past'],
    ['onto a Sunday', { ...MOVED, date: '2026-11-29' }, 'timetable.closed-day'],
    ['into the holidays', { ...MOVED, date: '2026-12-22' }, 'timetable.closed-day'],
    ['onto a public holiday', { ...MOVED, date: '2027-05-06' }, 'timetable.closed-day'],
    ['to hours that are reversed', { ...MOVED, start: '11:00', end: '10:00' }, 'timetable.hours-reversed'],
    ['to where it is', { ...MOVED, date: TODAY, start: '08:00', end: '09:00' }, 'timetable.moved-to-past'],
  ])('is not moved %s', async (_, wanted, code) => {
    expect((await change('cpe', wanted)).body.code).toBe(code);
    expect((await dayOf('pupil')).lessons).toEqual([expect.not.objectContaining({ change: expect.anything() })]);
  });

  it('warns of what its teacher already gives at that hour, and moves all the same', async () => {
    const { status, body } = await change('head', { ...MOVED, date: '2026-11-30', start: '08:30', end: '09:30' });
    expect(status).toBe(200);
    expect(body.clashes).toEqual(
      expect.arrayContaining([
        { kind: 'teacher', name: 'Mme Teacher', start: '08:00', end: '09:00', subject: 'Français' },
        { kind: 'audience', name: '6e A', start: '08:00', end: '09:00', subject: 'Français' },
      ]),
    );
  });
});

describe('a replaced lesson', () => {
  const roll = (who: string) =>
    academy.send('attendance.take-register', who, {
      path: { lessonId: LESSON },
      body: { baseVersion: 0, called: ['pupil', 'classmate', 'adult'].map(person), marks: [], requestId: `roll-of-${who}` },
    });

  it('shows both teachers, and is called by the substitute alone', async () => {
    await change('cpe', REPLACED);
    const [lesson] = (await dayOf('pupil')).lessons;
    expect(lesson).toMatchObject({
      subject: 'Latin',
      change: { kind: 'replaced', previous: { subject: 'Français', teachers: ['Mme Teacher', 'M. Co-Teacher'] } },
    });
    expect(lesson?.teachers).toEqual([expect.stringContaining('otherTeacher'), 'M. Co-Teacher']);
    expect((await dayOf('otherTeacher')).lessons).toHaveLength(1);
    expect((await dayOf('teacher')).lessons).toHaveLength(1);

    expect((await roll('teacher')).statusCode).toBe(404);
    expect((await roll('otherTeacher')).statusCode).toBe(200);
    const home = (await academy.ask(directoryOperations.readHome, 'teacher', {})).body;
    expect(home).toMatchObject({ lessons: [{ callsRoll: false, change: { kind: 'replaced' } }] });
  });

  it.each([
    ['an unknown person', { ...REPLACED, teacherId: 'per_nobody-at-all' }, 'timetable.teacher-unknown'],
    ['somebody of another school', { ...REPLACED, teacherId: person('teacherElsewhere') }, 'timetable.teacher-unknown'],
    ['a pupil', { ...REPLACED, teacherId: person('pupil') }, 'timetable.teacher-unknown'],
    ['its own teacher', { ...REPLACED, teacherId: person('teacher') }, 'timetable.nothing-changed'],
    ['who is not one of its teachers', { ...REPLACED, replacedId: person('cpe') }, 'timetable.teacher-unknown'],
  ])('is not given to or taken from %s', async (_, wanted, code) => {
    expect((await change('cpe', wanted)).body.code).toBe(code);
  });
});

describe('two decisions about one lesson', () => {
  it('never overwrite each other unseen', async () => {
    const [first, second] = await Promise.all([change('cpe', { kind: 'cancelled' }), change('head', { kind: 'room', room: 'B12' })]);
    expect([first.status, second.status].toSorted((a, b) => a - b)).toEqual([200, 409]);
    const late = await change('head', { kind: 'room', room: 'B12' });
    expect(late.body.code).toBe('timetable.changed-meanwhile');
    const [standing] = (await dayOf('pupil')).lessons;
    expect((await change('head', MOVED, { basedOn: standing?.change?.since })).status).toBe(200);
  });

  it('are one when the same submit comes twice', async () => {
    const requestId = 'the-very-same-submit';
    const once = await change('cpe', { kind: 'cancelled' }, { requestId });
    const twice = await change('cpe', { kind: 'cancelled' }, { requestId });
    expect(twice).toEqual(once);
  });

  it('leave the places of the first one when the second one moves it elsewhere', async () => {
    const first = await change('cpe', MOVED);
    await change('cpe', { ...MOVED, date: '2026-11-27' }, { basedOn: first.body.lesson.change?.since });
    expect((await dayOf('pupil', THURSDAY)).lessons).toEqual([]);
    expect((await dayOf('pupil', '2026-11-27')).lessons).toMatchObject([{ change: { previous: { date: TODAY } } }]);
    expect(await changesOf(THURSDAY)).toEqual([]);
  });
});

describe('withdrawing a change', () => {
  const withdraw = (basedOn: string | undefined, requestId = 'withdrawal-of-test') =>
    academy.ask(timetableOperations.withdrawChange, 'head', { path: { lessonId: LESSON }, body: { basedOn, requestId } });

  it('gives the lesson back to the timetable everywhere, once', async () => {
    const since = (await change('cpe', REPLACED)).body.lesson.change?.since;
    const withdrawn = await withdraw(since);
    expect(withdrawn.body.lesson).toMatchObject({ subject: 'Français', teachers: ['Mme Teacher', 'M. Co-Teacher'] });
    expect(withdrawn.body.lesson).not.toHaveProperty('change');
    expect(await withdraw(since)).toEqual(withdrawn);
    expect((await dayOf('otherTeacher')).lessons).toEqual([]);
    expect(await changesOf(TODAY)).toEqual([]);
    expect((await withdraw(since, 'another-withdrawal')).body.code).toBe('timetable.nothing-to-withdraw');
  });

  it('never withdraws another change than the one that was seen', async () => {
    await change('cpe', REPLACED);
    expect((await withdraw('2026-11-22T00:00:00.000Z')).body.code).toBe('timetable.changed-meanwhile');
  });
});

describe('who may', () => {
  it('change a lesson that does not exist: nobody', async () => {
    const response = await academy.send('timetable.change-lesson', 'cpe', {
      path: { lessonId: 'les_unknownslot-20261123' },
      body: { change: { kind: 'cancelled' }, requestId: 'on-no-lesson' },
    });
    expect(response.statusCode).toBe(404);
  });

  it('read a colleague’s day: the staff of his school, and nobody else', async () => {
    const query = { teacherId: person('teacher') };
    expect((await dayOf('librarian', TODAY, query)).lessons).toHaveLength(1);
    for (const who of ['teacherElsewhere', 'guardian', 'pupil']) {
      expect((await dayOf(who, TODAY, query)).code).toBe('kernel.not-found');
    }
    expect((await dayOf('cpe', TODAY, { classId: CLASS_HERE })).lessons).toHaveLength(1);
  });

  it('asks for at most two months of changes', async () => {
    const ask = (from: string, until: string) =>
      academy.send('timetable.list-changes', 'aed', { path: { schoolId: SCHOOL_HERE }, query: { from, until } });
    expect((await ask('2026-09-01', '2026-11-02')).statusCode).toBe(200);
    expect((await ask('2026-09-01', '2026-11-03')).statusCode).toBe(400);
    expect((await ask('2026-11-03', '2026-09-01')).statusCode).toBe(400);
  });
});
