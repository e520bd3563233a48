import { mayReopenCouncil, mayRunCouncil } from '@preau/shared/assessment/council-policy.ts';
import { councilOperations } from '@preau/shared/assessment/council-api.ts';
import { isOpenToChange, SYNTHESIS_MAX, type Council } from '@preau/shared/assessment/council.ts';
import { cleanText, lengthOf } from '@preau/shared/assessment/written-text.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { bind } from '../runtime/bind.ts';
import { councilBase } from './council-base.ts';
import { findCouncilPeriod, findCouncilSubject, listPupils } from './council-subject.ts';
import { generalAverages, loadClassResults } from './class-results.ts';
import { freezeAbsences } from './prepare-council.ts';
import type { AssessmentServices } from './services.ts';

const withDate = ({ date: _date, ...council }: Council, date: Council['date']): Council =>
  date === undefined ? council : { ...council, date };

/** Sets the date, writes of the class as a whole, lets its teachers in, and records the council: from then on only the head reopens it. */
export const changeCouncil = bind<AssessmentServices>()(councilOperations.changeCouncil, {
  subjectFor: async ({ actor, input: { path }, services }) => (mayRunCouncil(actor, path) ? findCouncilSubject(path, services) : undefined),
  may: mayRunCouncil,
  async run({ actor, subject, input: { path, body }, services, now }) {
    const found = await findCouncilPeriod(subject, path.period, services);
    if (found === undefined) return refuse('assessment.period-unknown');
    const { council, classId } = subject;
    if ((council?.version ?? 0) !== body.version) return refuse('assessment.changed-meanwhile');
    const reopens = body.state !== 'held' && mayReopenCouncil(actor, subject);
    if (!isOpenToChange(council) && !reopens) return refuse('assessment.council-held');
    const length = lengthOf(body.synthesis);
    if (length > SYNTHESIS_MAX) return refuse('assessment.synthesis-too-long', { length, most: SYNTHESIS_MAX });
    const base = {
      ...withDate(councilBase(subject, path.period, actor, now), body.date),
      state: body.state,
      synthesis: cleanText(body.synthesis),
    };
    if (body.state !== 'held') {
      return (await services.councils.putCouncil(base))
        ? { version: base.version, state: base.state }
        : refuse('assessment.changed-meanwhile');
    }
    if (body.date === undefined) return refuse('assessment.council-without-date');
    const pupils = await listPupils(classId, services);
    if (pupils.length === 0) return refuse('assessment.class-without-pupils');
    const next = {
      ...base,
      absences: council?.absences ?? (await freezeAbsences(pupils, found.period, now, services)),
      averages: generalAverages(await loadClassResults(subject, path.period, services, now)),
    };
    return (await services.councils.putCouncil(next))
      ? { version: next.version, state: next.state }
      : refuse('assessment.changed-meanwhile');
  },
});
