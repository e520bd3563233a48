import { rangeWhereSkBeginsWith, rangeWhereSkLessThan, type AllEntitiesStore } from '@symphoniacloud/dynamodb-entity-store';
import type { PeriodKey } from '@preau/shared/assessment/periods.ts';
import type { Evaluation } from '@preau/shared/assessment/schema.ts';
import { partsOfEvaluationId } from '@preau/shared/assessment/service-id.ts';
import type { Envelope } from '@preau/shared/kernel/event.ts';
import type { ClassId, EvaluationId, PersonId, SchoolId, ServiceId } from '@preau/shared/kernel/ids.ts';
import type { Instant } from '@preau/shared/kernel/school-time.ts';
import { IF_NEW, unchangedSince, unlessRefused, withOutbox } from '../runtime/conditional-write.ts';
import { listByKeys } from '../runtime/entity.ts';
import {
  coefficientsEntity,
  evaluationEntity,
  rosterEntity,
  serviceEntity,
  settingsEntity,
  shareEntity,
  SETTINGS_PREFIX,
  tellingEntity,
  toldEntity,
  type ClassCoefficients,
  type MarksTelling,
  type MarksTold,
  type ServiceRoster,
  type SettingsVersion,
  type StoredService,
} from './marks-entities.ts';
import { columnPrefix } from './stored-evaluation.ts';

/** What one turn of the release reads of a shard. */
const PAGE = 50;

export type MarksStore = ReturnType<typeof marksStore>;

/** The marks' access patterns over the table of assessment. */
export const marksStore = (all: AllEntitiesStore) => {
  const services = all.for(serviceEntity);
  const coefficients = all.for(coefficientsEntity);
  const evaluations = all.for(evaluationEntity);
  const rosters = all.for(rosterEntity);
  const settings = all.for(settingsEntity);
  const shares = all.for(shareEntity);
  const tellings = all.for(tellingEntity);

  return {
    /** What was decided of a service. */
    findService: (serviceId: ServiceId, { consistentRead = false } = {}): Promise<StoredService | undefined> =>
      services.getOrUndefined({ serviceId }, { consistentRead }),

    /** A list of services: what was decided of each, those of which nothing was left out. */
    listServices: (serviceIds: readonly ServiceId[]): Promise<readonly StoredService[]> =>
      listByKeys(
        services,
        serviceIds.map((serviceId) => ({ serviceId })),
      ),

    /** One decision about a service over the one that was read; false when another one came between. */
    putService: (service: StoredService, outbox: readonly Envelope[]): Promise<boolean> =>
      unlessRefused(services.put(withOutbox(service, outbox), unchangedSince(service.version - 1, 'version'))),

    /** A teacher's list: the services that were shared with him, beside those of his timetable. */
    listShared: async (personId: PersonId): Promise<readonly ServiceId[]> =>
      (await shares.queryAllByPkAndSk({ personId }, rangeWhereSkBeginsWith('SHARE#'))).map(({ serviceId }) => serviceId),

    /** A service is shared with a colleague: again, nothing changes. */
    putShare: async (personId: PersonId, serviceId: ServiceId): Promise<void> => {
      await shares.put({ personId, serviceId });
    },

    /** What each service weighs for these classes. */
    listCoefficients: async (classIds: readonly ClassId[], { consistentRead = false } = {}): Promise<readonly ClassCoefficients[]> => {
      const found = await Promise.all(classIds.map((classId) => coefficients.getOrUndefined({ classId }, { consistentRead })));
      return found.filter((one) => one !== undefined);
    },

    /** One decision about the coefficients of a class; false when another one came between. */
    putCoefficients: (decided: ClassCoefficients, outbox: readonly Envelope[]): Promise<boolean> =>
      unlessRefused(coefficients.put(withOutbox(decided, outbox), unchangedSince(decided.version - 1, 'version'))),

    /** The grid: every column of a service and period, those taken back included. */
    listEvaluations: (
      serviceId: ServiceId,
      period: PeriodKey,
      options: { readonly consistentRead?: boolean } = {},
    ): Promise<readonly Evaluation[]> =>
      evaluations.queryAllByPkAndSk({ serviceId }, rangeWhereSkBeginsWith(columnPrefix(period)), options),

    /** One column, as of now. */
    findEvaluation: async (evaluationId: EvaluationId): Promise<Evaluation | undefined> => {
      const parts = partsOfEvaluationId(evaluationId);
      if (parts === undefined) return undefined;
      const { serviceId, period } = parts;
      return evaluations.getOrUndefined({ serviceId, period, evaluationId }, { consistentRead: true });
    },

    /** A new column; false when it is there already: the same submit twice is one evaluation. */
    addEvaluation: (evaluation: Evaluation): Promise<boolean> => unlessRefused(evaluations.put(evaluation, IF_NEW)),

    /** One column over the version before, with what others must know of; false when somebody wrote in between. */
    putEvaluation: (evaluation: Evaluation, outbox: readonly Envelope[]): Promise<boolean> =>
      unlessRefused(evaluations.put(withOutbox(evaluation, outbox), unchangedSince(evaluation.version - 1, 'version'))),

    /** Who has been taught in a service this year. */
    findRoster: (serviceId: ServiceId): Promise<ServiceRoster | undefined> => rosters.getOrUndefined({ serviceId }),

    /** The same once somebody arrived or left; a colleague who noted it first is left alone. */
    putRoster: (roster: ServiceRoster): Promise<boolean> =>
      unlessRefused(rosters.put(roster, unchangedSince(roster.version - 1, 'version'))),

    /** What the head decided for marks; undefined while he decided nothing. */
    findSettings: async (schoolId: SchoolId, { consistentRead = false } = {}): Promise<SettingsVersion | undefined> => {
      const range = rangeWhereSkBeginsWith(SETTINGS_PREFIX);
      return (await settings.queryOnePageByPkAndSk({ schoolId }, range, { consistentRead, scanIndexForward: false, limit: 1 })).items[0];
    },

    /** What is to be told, before the publication that brings it: nothing that was written goes untold. */
    putTelling: async (telling: MarksTelling): Promise<void> => {
      await tellings.put(telling);
    },

    deleteTelling: (telling: MarksTelling): Promise<void> => tellings.delete(telling),

    /** The release: what one shard has to tell by now, the oldest first. */
    listTellings: async (shard: number, until: Instant): Promise<readonly MarksTelling[]> =>
      (await tellings.queryOnePageByPkAndSk({ shard }, rangeWhereSkLessThan(`${until}~`), { limit: PAGE })).items,

    /** The event of a publication for one audience; false when it was told already. */
    addTold: (told: MarksTold, outbox: readonly Envelope[]): Promise<boolean> =>
      unlessRefused(all.for(toldEntity).put(withOutbox(told, outbox), IF_NEW)),

    /** The next decision; false when another one took its version. */
    addSettings: (decided: SettingsVersion, outbox: readonly Envelope[]): Promise<boolean> =>
      unlessRefused(settings.put(withOutbox(decided, outbox), IF_NEW)),
  };
};
