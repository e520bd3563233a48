import * as z from 'zod';
import { BatchId, ClassId, PersonId, RequestId, SchoolId } from '../kernel/ids.ts';
import { operation } from '../kernel/operation.ts';
import { Instant } from '../kernel/school-time.ts';
import { reportsErrors } from './errors.ts';
import { CardModel, CardPeriodKey } from './schema.ts';
import { SealedCard } from './sealed.ts';
import { CardLine, ClassCardRow, ClassSealing, SeenBy } from './views.ts';

const errors = reportsErrors;
const ofSchool = z.strictObject({ schoolId: SchoolId });
const ofClass = ofSchool.extend({ classId: ClassId });
const ofPupil = z.strictObject({ pupilId: PersonId });
const ofCard = ofPupil.extend({ period: CardPeriodKey, version: z.coerce.number().int().min(1).max(99) });
const period = z.strictObject({ period: CardPeriodKey });
const Link = z.strictObject({ location: z.url() });

const PupilCards = z.strictObject({ pupilId: PersonId, firstName: z.string(), lastName: z.string(), cards: z.array(CardLine) });

export const REASON_MAX = 300;

export const cardsOperations = {
  sealCards: operation({
    id: 'reports.seal-cards',
    method: 'POST',
    path: '/schools/{schoolId}/card-batches',
    summary: 'Sceller les bulletins de classes pour une période, ou reprendre ce qui ne l’est pas encore',
    access: 'session',
    input: {
      path: ofSchool,
      body: period.extend({
        classIds: z.array(ClassId).min(1, { message: 'Choisissez au moins une classe.' }).max(200),
        requestId: RequestId,
      }),
    },
    output: z.strictObject({ batchId: BatchId, classes: z.int() }),
    errors,
    refusals: ['reports.no-class'],
  }),
  readSealing: operation({
    id: 'reports.read-sealing',
    method: 'GET',
    path: '/schools/{schoolId}/card-batches',
    summary: 'Suivre le scellement des bulletins d’une période, classe par classe',
    access: 'session',
    input: { path: ofSchool, query: period },
    output: z.strictObject({ schoolName: z.string(), period: CardPeriodKey, classes: z.array(ClassSealing) }),
    errors,
    refusals: [],
  }),
  listCardClasses: operation({
    id: 'reports.list-card-classes',
    method: 'GET',
    path: '/schools/{schoolId}/card-classes',
    summary: 'Lister les classes dont on lit les bulletins',
    access: 'session',
    input: { path: ofSchool },
    output: z.strictObject({ classes: z.array(z.strictObject({ classId: ClassId, name: z.string() })) }),
    errors,
    refusals: [],
  }),
  listClassCards: operation({
    id: 'reports.list-class-cards',
    method: 'GET',
    path: '/schools/{schoolId}/classes/{classId}/cards',
    summary: 'Lister les bulletins d’une classe pour une période, et qui les a consultés',
    access: 'session',
    input: { path: ofClass, query: period },
    output: z.strictObject({ className: z.string(), period: CardPeriodKey, rows: z.array(ClassCardRow), maySeal: z.boolean() }),
    errors,
    refusals: [],
  }),
  downloadClassCards: operation({
    id: 'reports.download-class-cards',
    method: 'GET',
    path: '/schools/{schoolId}/classes/{classId}/cards/archive',
    summary: 'Télécharger tous les bulletins en vigueur d’une classe dans une archive',
    access: 'session',
    answers: 'redirect',
    input: { path: ofClass, query: period },
    output: Link,
    errors,
    refusals: ['reports.nothing-sealed'],
  }),
  listOwnCards: operation({
    id: 'reports.list-own-cards',
    method: 'GET',
    path: '/cards',
    summary: 'Lister ses bulletins, ou ceux de chacun de ses enfants',
    access: 'session',
    input: {},
    output: z.strictObject({ pupils: z.array(PupilCards) }),
    errors,
    refusals: [],
  }),
  listPupilCards: operation({
    id: 'reports.list-pupil-cards',
    method: 'GET',
    path: '/pupils/{pupilId}/cards',
    summary: 'Lister tous les bulletins d’un élève, ceux de ses anciens établissements compris',
    access: 'session',
    input: { path: ofPupil },
    output: PupilCards,
    errors,
    refusals: [],
  }),
  readCard: operation({
    id: 'reports.read-card',
    method: 'GET',
    path: '/pupils/{pupilId}/cards/{period}/{version}',
    summary: 'Lire un bulletin scellé ; la première lecture par la famille vaut preuve de consultation',
    access: 'session',
    input: { path: ofCard },
    output: z.strictObject({
      sealed: SealedCard,
      hash: z.string(),
      revoked: z.strictObject({ at: Instant, reason: z.string() }).optional(),
      seenAt: Instant.optional(),
      /** For staff alone. */
      seenBy: z.array(SeenBy).optional(),
      mayRevoke: z.boolean(),
    }),
    errors,
    refusals: ['reports.card-revoked'],
  }),
  readPaper: operation({
    id: 'reports.read-paper',
    method: 'GET',
    path: '/pupils/{pupilId}/cards/{period}/{version}/paper',
    summary: 'Télécharger le PDF d’un bulletin scellé',
    access: 'session',
    answers: 'redirect',
    input: { path: ofCard },
    output: Link,
    errors,
    refusals: ['reports.card-revoked', 'reports.no-paper'],
  }),
  revokeCard: operation({
    id: 'reports.revoke-card',
    method: 'POST',
    path: '/pupils/{pupilId}/cards/{period}/{version}/revocation',
    summary: 'Annuler une version d’un bulletin, avec un motif',
    access: 'session',
    input: {
      path: ofCard,
      body: z.strictObject({ reason: z.string().trim().min(1, { message: 'Indiquez le motif.' }).max(REASON_MAX) }),
    },
    output: z.strictObject({ line: CardLine }),
    errors,
    refusals: ['reports.already-revoked', 'reports.changed-meanwhile'],
  }),
  verifyCard: operation({
    id: 'reports.verify-card',
    method: 'GET',
    path: '/card-verifications/{code}',
    summary: 'Vérifier l’authenticité d’un bulletin par son code, sans se connecter',
    access: 'public',
    input: { path: z.strictObject({ code: z.string().min(1).max(40) }) },
    output: z.discriminatedUnion('status', [
      z.strictObject({ status: z.literal('unknown') }),
      z.strictObject({
        status: z.enum(['valid', 'revoked']),
        schoolName: z.string(),
        periodLabel: z.string(),
        model: CardModel,
        year: z.int(),
        sealedAt: Instant,
        initials: z.string(),
      }),
    ]),
    errors,
    refusals: [],
  }),
} as const;
