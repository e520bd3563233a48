import * as z from 'zod';
import { evaluationIdOf } from '@preau/shared/assessment/service-id.ts';
import {
  CellChange,
  CellValue,
  Evaluation,
  EvaluationTerms,
  NamedPerson,
  Publication,
  TermsChange,
  type Cell,
} from '@preau/shared/assessment/schema.ts';
import { PersonId, SchoolId, ServiceId } from '@preau/shared/kernel/ids.ts';
import { PeriodKey } from '@preau/shared/assessment/periods.ts';
import { Instant } from '@preau/shared/kernel/school-time.ts';

const PERSON = 'per_';

/** Version, value, and what was changed after publication. */
const StoredCell = z.union([z.tuple([z.int(), CellValue]), z.tuple([z.int(), CellValue, z.array(CellChange)])]);
type StoredCell = z.infer<typeof StoredCell>;

/** Whole in one text: read ten times faster than as a hundred attributes, and billed by its bytes. */
const Body = z.strictObject({
  terms: EvaluationTerms,
  termsVersion: z.int(),
  publication: Publication.optional(),
  termsChanged: z.array(TermsChange).optional(),
  withdrawn: Evaluation.shape.withdrawn,
  authors: z.array(NamedPerson),
  saves: z.array(z.tuple([z.int(), Instant, z.int()])),
  requests: z.array(z.string()),
  cells: z.record(z.string(), StoredCell),
});

const StoredEvaluation = z.object({ pk: z.string(), sk: z.string(), schoolId: SchoolId, version: z.int(), body: z.string() });

const storedCell = ({ version, changed, ...value }: Cell): StoredCell =>
  changed.length === 0 ? [version, value] : [version, value, changed];

export const columnPrefix = (period: PeriodKey): string => `E#${period}#`;

export const toItem = (evaluation: Evaluation): Record<string, unknown> => {
  const { schoolId, version, terms, termsVersion, publication, termsChanged, withdrawn, authors, saves, requests, cells } = evaluation;
  const body: z.input<typeof Body> = {
    terms,
    termsVersion,
    publication,
    ...(termsChanged.length === 0 ? {} : { termsChanged }),
    withdrawn,
    authors,
    saves: saves.map((save) => [save.version, save.at, authors.findIndex(({ personId }) => personId === save.by)]),
    requests,
    cells: Object.fromEntries(Object.entries(cells).map(([pupilId, cell]) => [pupilId.slice(PERSON.length), storedCell(cell)])),
  };
  return { schoolId, version, body: JSON.stringify(body) };
};

export const fromItem = (item: Readonly<Record<string, unknown>>): Evaluation => {
  const { pk, sk, schoolId, version, body } = StoredEvaluation.parse(item);
  const { termsChanged = [], saves, cells, publication, withdrawn, ...read } = Body.parse(JSON.parse(body));
  const serviceId = ServiceId.parse(pk.slice('SERVICE#'.length));
  const [, period = '', key = ''] = sk.split('#');
  return {
    evaluationId: evaluationIdOf({ serviceId, period: PeriodKey.parse(period), key }),
    schoolId,
    serviceId,
    period,
    version,
    ...read,
    ...(publication === undefined ? {} : { publication }),
    ...(withdrawn === undefined ? {} : { withdrawn }),
    termsChanged,
    saves: saves.flatMap(([of, at, author]) => {
      const by = read.authors[author]?.personId;
      return by === undefined ? [] : [{ version: of, at, by }];
    }),
    cells: Object.fromEntries(
      Object.entries(cells).map(([id, [of, value, changed = []]]) => [
        PersonId.parse(`${PERSON}${id}`),
        { ...value, version: of, changed },
      ]),
    ),
  };
};
