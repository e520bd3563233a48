import { GuardianRightsChanged } from '@preau/shared/directory/events.ts';
import { RestrictionRecord, type ChildRecord, type ObjectionRecord, type PersonRecord } from '@preau/shared/directory/record.ts';
import { isAdult, rightsInForce } from '@preau/shared/directory/rules.ts';
import { happened, type Envelope } from '@preau/shared/kernel/event.ts';
import type { LocalDate } from '@preau/shared/kernel/school-time.ts';
import type { Stage } from './stage.ts';

const NONE = { informed: false, decides: false, contact: false, payer: false };

export interface RightsMoment {
  readonly importId: string;
  readonly now: string;
  readonly today: LocalDate;
}

/** What an import changes of a guardian's rights, told to whoever keeps lists by guardian; restrictions stay in force. */
export const rightsEvents = (stage: Stage, moment: RightsMoment) => {
  const restrictionsOf = stage.db.prepare('select body from restriction where guardian = ? and pupil = ?');
  const isKnownPupil = stage.db.prepare("select 1 from known where type = 'person' and id = ?");
  const objectionOf = stage.db.prepare('select body from objection where pupil = ?');

  const restrictionsOver = (guardianId: string, pupilId: string): RestrictionRecord[] =>
    restrictionsOf.all(guardianId, pupilId).map((row) => RestrictionRecord.parse(JSON.parse(String(row['body']))));

  const eventsOf = (before: PersonRecord | undefined, after: PersonRecord): Envelope[] => {
    const old = new Map((before?.status === 'active' ? (before.children ?? []) : []).map((child) => [child.pupilId, child]));
    const next = new Map((after.status === 'active' ? (after.children ?? []) : []).map((child) => [child.pupilId, child]));
    return [...new Set([...old.keys(), ...next.keys()])].flatMap((pupilId) => {
      const [was, is] = [old.get(pupilId), next.get(pupilId)];
      const child = is ?? was;
      if (child === undefined || !changes(was, is)) return [];
      // A pupil who comes with his guardians has no past to list.
      if (was === undefined && isKnownPupil.get(pupilId) === undefined) return [];
      const restrictions = restrictionsOver(after.personId, pupilId);
      const { informed, decides } = is === undefined ? NONE : rightsInForce(is.rights, restrictions, isAdult(is.adultOn, moment.today));
      return [
        happened(GuardianRightsChanged, {
          id: `${after.personId}#${pupilId}#${moment.importId}#${informed ? 'I' : ''}${decides ? 'D' : ''}`,
          at: moment.now,
          schoolId: child.schoolId,
          data: { guardianId: after.personId, pupilId, schoolId: child.schoolId, informed, decides },
        }),
      ];
    });
  };

  /** An adult pupil's objection made before this guardian came binds him too. */
  const inherited = (before: PersonRecord | undefined, after: PersonRecord): RestrictionRecord[] => {
    const old = new Set((before?.children ?? []).map((child) => child.pupilId));
    return (after.children ?? [])
      .filter((child) => !old.has(child.pupilId))
      .flatMap((child) => {
        const found = objectionOf.get(child.pupilId);
        if (found === undefined) return [];
        const objection: ObjectionRecord = JSON.parse(String(found['body']));
        const { since, decidedBy, evidence } = objection;
        const decision = { informed: false, decides: false, since, decidedBy, evidence };
        return [
          RestrictionRecord.parse({
            ...decision,
            guardianId: after.personId,
            pupilId: child.pupilId,
            cause: 'adultPupil',
            revision: 1,
            history: [decision],
          }),
        ];
      });
  };

  return { eventsOf, inherited };
};

const changes = (was: ChildRecord | undefined, is: ChildRecord | undefined): boolean =>
  (was?.rights.informed ?? false) !== (is?.rights.informed ?? false) || (was?.rights.decides ?? false) !== (is?.rights.decides ?? false);
