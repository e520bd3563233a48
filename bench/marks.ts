import { randomUUID } from 'node:crypto';
import { evaluationsOperations } from '@preau/shared/assessment/evaluations-api.ts';
import { partsOfEvaluationId, evaluationIdOf } from '@preau/shared/assessment/service-id.ts';
import { servicesOperations } from '@preau/shared/assessment/services-api.ts';
import type { EvaluationId, PersonId } from '@preau/shared/kernel/ids.ts';
import type { RequestOf } from '@preau/shared/kernel/operation.ts';
import { openDatabase } from '../functions/runtime/database/database.ts';
import type { ApiClient } from '../scripts/start/api-client.ts';
import { engineOf } from './registers.ts';
import type { MeasuredSystem } from './running-system.ts';

type Entry = RequestOf<typeof evaluationsOperations.saveCells>;

/** A new column of a class, nothing entered yet. */
export interface EmptyColumn {
  readonly evaluationId: EvaluationId;
  readonly version: number;
  readonly pupils: readonly PersonId[];
}

/** An evaluation that a teacher has just set for the largest of her classes. */
export const setEvaluation = async (teacher: ApiClient): Promise<EmptyColumn> => {
  const { services, today } = await teacher.call(servicesOperations.listServices, {});
  const grids = await Promise.all(
    services.flatMap(({ service: { serviceId }, periods }) => {
      const period = periods.find(({ from, until }) => from <= today && today <= until)?.key;
      return period === undefined ? [] : [teacher.call(evaluationsOperations.readGrid, { path: { serviceId, period } })];
    }),
  );
  const [grid] = grids.toSorted((one, other) => other.pupils.length - one.pupils.length);
  if (grid === undefined) throw new Error('The teacher has no class');
  const { evaluation } = await teacher.call(evaluationsOperations.addEvaluation, {
    path: { serviceId: grid.row.service.serviceId, period: grid.period.key },
    body: {
      terms: {
        title: 'Contrôle de mesure',
        date: today,
        scale: '20',
        coefficient: '1',
        rescaled: false,
        counting: 'compulsory',
        skillIds: [],
        mock: false,
      },
      requestId: randomUUID(),
    },
  });
  return { evaluationId: evaluation.evaluationId, version: evaluation.version, pupils: grid.pupils.map(({ pupilId }) => pupilId) };
};

/** The whole column entered at once: half points, one pupil absent; `turn` says who got what. */
export const anOrdinaryEntry = ({ evaluationId, version, pupils }: EmptyColumn, turn: number): Entry => ({
  path: { evaluationId },
  body: {
    version,
    cells: pupils.map((pupilId, index) => ({
      pupilId,
      value:
        (index + turn) % pupils.length === 0
          ? { given: { none: 'absent' as const } }
          : { given: { mark: String(((index * 7 + turn) % 40) / 2) } },
    })),
    requestId: randomUUID(),
  },
});

const BATCH = 25;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';

const keyOf = (index: number): string => `bench${[3, 2, 1, 0].map((place) => LETTERS[Math.floor(index / 32 ** place) % 32]).join('')}`;

/** The same empty column under many names, written in the engine: each can be filled for the first time. */
export const copyColumn = async (system: MeasuredSystem, column: EmptyColumn, count: number): Promise<readonly EmptyColumn[]> => {
  const client = openDatabase(engineOf(system));
  const name = partsOfEvaluationId(column.evaluationId);
  if (name === undefined) throw new Error('An evaluation that has no name');
  const { serviceId, period, key } = name;
  const pk = `SERVICE#${serviceId}`;
  const { Item } = await client.get({ TableName: system.assessment, Key: { pk, sk: `E#${period}#${key}` } });
  const keys = Array.from({ length: count }, (_, index) => keyOf(index));
  for (let start = 0; start < count; start += BATCH) {
    const puts = keys.slice(start, start + BATCH).map((one) => ({ PutRequest: { Item: { ...Item, pk, sk: `E#${period}#${one}` } } }));
    await client.batchWrite({ RequestItems: { [system.assessment]: puts } });
  }
  client.destroy();
  return keys.map((one) => ({ ...column, evaluationId: evaluationIdOf({ serviceId, period, key: one }) }));
};
