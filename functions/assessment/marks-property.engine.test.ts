import { describe, expect, it } from 'vitest';
import { ofFraction } from '@preau/shared/assessment/rational.ts';
import { assessmentTable } from '@preau/shared/assessment/table.ts';
import type { Actor, RosterPupil } from '@preau/shared/directory/schema.ts';
import { localDateOf } from '@preau/shared/kernel/school-time.ts';
import { randomFrom, type Random } from '../testing/random.ts';
import { freshTable } from '../testing/tables.ts';
import { marksModel } from './marks-model.testing.ts';
import { asPupil, at, MATHS, MULLER, parentOf, PERIOD, SCHMITT, terms, worldOn } from './marks-world.testing.ts';
import { seedOfRun } from '@preau/shared/kernel/seed.testing.ts';

const RUNS = 4;
const STEPS = 40;
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const seed = seedOfRun();

const scene = async (random: Random) => {
  const world = worldOn(await freshTable(assessmentTable));
  const model = marksModel();
  const pupils = world.roster.slice(0, 6);
  const told = new Set<string>();
  /** What was announced, by audience and opening, and from when it may be told. */
  const announced = new Map<
    string,
    { readonly id: string; readonly who: 'pupils' | 'guardians'; readonly opening: number; readonly from: number }
  >();
  let clock = Date.parse(at('08:20'));

  const teacher = (): Actor => random.pick([SCHMITT, MULLER]);
  const anyColumn = (): string | undefined => random.pick([...model.columns.keys()]);
  const aMark = () => (random.below(6) === 0 ? undefined : random.below(21));
  const cellsOf = (chosen: readonly RosterPupil[]) => chosen.map((pupil) => ({ pupil: pupil.pupilId, value: aMark() }));
  const asSent = (cells: ReturnType<typeof cellsOf>) =>
    cells.map(({ pupil, value }) => ({ pupilId: pupil, value: value === undefined ? {} : { given: { mark: String(value) } } }));

  const add = async (): Promise<void> => {
    if (model.columns.size < 4) model.add(await world.add({ title: `Devoir ${model.columns.size}` }));
  };

  const save = async (id: string): Promise<void> => {
    const column = model.get(id);
    const read = Math.max(1, column.version - random.below(3));
    const cells = cellsOf(pupils.filter(() => random.below(2) === 0));
    if (cells.length === 0) return;
    const answer = await world.save(id, read, asSent(cells), teacher());
    if (column.withdrawn) return expect(answer.body.code).toBe('assessment.is-withdrawn');
    const conflicts = model.save(id, read, cells, clock);
    expect(answer.body.conflicts.map(({ pupilId }) => pupilId)).toEqual(conflicts);
    expect(answer.body.version).toBe(column.version);
  };

  /** Each has half of the class, and both began from the same page. */
  const saveTogether = async (id: string): Promise<void> => {
    const column = model.get(id);
    if (column.withdrawn) return;
    const halves = [cellsOf(pupils.slice(0, 3)), cellsOf(pupils.slice(3))] as const;
    const { version } = column;
    const answers = await Promise.all([
      world.save(id, version, asSent(halves[0]), SCHMITT),
      world.save(id, version, asSent(halves[1]), MULLER),
    ]);
    expect(answers.flatMap(({ body }) => body.conflicts)).toEqual([]);
    const [first, second] = (answers[0]?.body.version ?? 0) <= (answers[1]?.body.version ?? 0) ? halves : halves.toReversed();
    for (const cells of [first, second]) expect(model.save(id, version, cells ?? [], clock)).toEqual([]);
  };

  const announce = (id: string): void => {
    const { publication } = model.get(id);
    if (publication === undefined) return;
    for (const who of ['pupils', 'guardians'] as const) {
      const opening = publication[who];
      const key = `${id} ${who} ${opening}`;
      // Published again for the same hour, it is told by whichever announcement comes first.
      const from = Math.min(Math.max(opening, clock + MINUTE), announced.get(key)?.from ?? Infinity);
      announced.set(key, { id, who, opening, from });
    }
  };

  const publish = async (id: string): Promise<void> => {
    const column = model.get(id);
    const notBefore = random.below(3) === 0 ? clock + random.below(4) * DAY : undefined;
    const from = notBefore === undefined ? undefined : localDateOf(new Date(notBefore).toISOString());
    const answer = await world.publish(id, column.version, teacher(), from);
    const isEmpty = ![...column.cells.values()].some(({ value }) => value !== undefined);
    if (column.withdrawn || column.publication !== undefined || isEmpty) return expect(answer.status).toBeGreaterThan(400);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    model.publish(id, clock, from === undefined ? clock : Date.parse(`${from}T00:00:00+01:00`));
    announce(id);
  };

  const cancel = async (id: string): Promise<void> => {
    const { publication, withdrawn } = model.get(id);
    const answer = await world.call(teacher(), 'cancelPublication', { path: { evaluationId: id } });
    if (publication === undefined || (!withdrawn && publication.pupils <= clock)) return expect(answer.status).toBe(409);
    expect(answer.status).toBe(200);
    model.unpublish(id);
  };

  const takeBack = async (id: string): Promise<void> => {
    const { withdrawn } = model.get(id);
    const answer = await world.call(teacher(), withdrawn ? 'restoreEvaluation' : 'withdrawEvaluation', { path: { evaluationId: id } });
    expect(answer.status).toBe(200);
    model.withdraw(id, !withdrawn);
  };

  const weigh = async (id: string): Promise<void> => {
    const column = model.get(id);
    const coefficient = 1 + random.below(3);
    const body = {
      terms: terms({ title: `Devoir ${[...model.columns.keys()].indexOf(id)}`, coefficient: String(coefficient) }),
      version: column.version,
    };
    const answer = await world.call(teacher(), 'changeEvaluation', { path: { evaluationId: id }, body });
    if (column.withdrawn) return expect(answer.status).toBe(409);
    expect(answer.status).toBe(200);
    model.weigh(id, coefficient, clock);
  };

  const wait = (): void => {
    const moments = [...model.columns.values()].flatMap(({ publication }) => (publication === undefined ? [] : Object.values(publication)));
    const next = moments.filter((moment) => moment > clock).toSorted((a, b) => a - b)[0];
    // Now and then at the very instant, or just before it.
    clock = next !== undefined && random.below(2) === 0 ? Math.max(clock, next - random.below(2)) : clock + random.below(1800) * MINUTE;
    world.setClock(new Date(clock).toISOString());
  };

  const release = async (): Promise<void> => {
    const events = (await world.release()).map(({ data }) => data as { evaluationId: string; audience: 'pupils' | 'guardians' });
    const expected: string[] = [];
    for (const [key, { id, who, opening, from }] of announced) {
      if (from > clock) continue;
      announced.delete(key);
      const { publication, withdrawn } = model.get(id);
      if (withdrawn || publication?.[who] !== opening || told.has(key)) continue;
      told.add(key);
      expected.push(`${id} ${who}`);
    }
    expect(events.map(({ evaluationId, audience }) => `${evaluationId} ${audience}`).toSorted((a, b) => a.localeCompare(b))).toEqual(
      expected.toSorted((a, b) => a.localeCompare(b)),
    );
  };

  const check = async (pupil: RosterPupil): Promise<void> => {
    for (const [who, actor] of [
      ['pupils', asPupil(pupil)],
      ['guardians', parentOf(pupil)],
    ] as const) {
      const { body } = await world.call(actor, 'readResults', { path: { pupilId: pupil.pupilId }, query: { period: PERIOD } });
      const marks = body.subjects.flatMap((subject) => subject.marks);
      const wanted = model.seen(pupil.pupilId, who, clock);
      const read = marks.map(({ evaluationId, given }) => `${evaluationId} ${given !== undefined && 'mark' in given ? given.mark : ''}`);
      const instant = new Date(clock).toISOString();
      expect(read.toSorted(), `${who} at ${instant}`).toEqual(wanted.map(({ id, value }) => `${id} ${value}`).toSorted());
      const numberOf = (exact: string | undefined): number | undefined => {
        if (exact === undefined) return undefined;
        const { num, den } = ofFraction(exact);
        return Number(num) / Number(den);
      };
      const [subject] = body.subjects;
      const average = model.average(pupil.pupilId, who, clock);
      if (average === undefined) expect(subject).toBeUndefined();
      else {
        expect(numberOf(subject?.average?.exact)).toBeCloseTo(average, 9);
        const mean = model.mean(
          pupils.map(({ pupilId }) => pupilId),
          who,
          clock,
        );
        const shownMean = numberOf(subject?.figures?.mean.exact);
        if (mean === undefined) expect(shownMean).toBeUndefined();
        else expect(shownMean).toBeCloseTo(mean, 5);
      }
    }
  };

  const step = async (): Promise<void> => {
    const id = anyColumn();
    const doing = random.below(12);
    if (id === undefined || doing === 0) await add();
    else if (doing <= 3) await save(id);
    else if (doing === 4) await saveTogether(id);
    else if (doing <= 6) await publish(id);
    else if (doing === 7) await cancel(id);
    else if (doing === 8) await (random.below(2) === 0 ? takeBack(id) : weigh(id));
    else wait();
    // Once or twice: events come at least once.
    await Promise.all(Array.from({ length: 1 + random.below(2) }, () => world.rebuild(MATHS)));
    if (random.below(2) === 0) await release();
    await check(random.pick(pupils));
  };

  const end = async (): Promise<void> => {
    clock += 10 * DAY;
    world.setClock(new Date(clock).toISOString());
    await release();
    for (const pupil of pupils) await check(pupil);
    expect(announced.size).toBe(0);
  };

  return { step, end };
};

describe('marks under any sequence', () => {
  it.each(Array.from({ length: RUNS }, (_, run) => run))(
    `show each reader what a simple model shows, tell nothing early, lose nothing, tell nothing twice (seed ${seed} + %i)`,
    async (run) => {
      const { step, end } = await scene(randomFrom(seed + run));
      for (let index = 0; index < STEPS; index += 1) await step();
      await end();
    },
    120_000,
  );
});
