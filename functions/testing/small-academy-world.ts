import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { alertsTable } from '@preau/shared/alerts/table.ts';
import { RegisterTaken } from '@preau/shared/attendance/events.ts';
import { assessmentTable } from '@preau/shared/assessment/table.ts';
import { attendanceTable } from '@preau/shared/attendance/table.ts';
import { contract } from '@preau/shared/contract.ts';
import { directoryTable } from '@preau/shared/directory/table.ts';
import { filesTable } from '@preau/shared/files/table.ts';
import { importsTable } from '@preau/shared/imports/table.ts';
import { homeworkTable } from '@preau/shared/homework/table.ts';
import { identityTable } from '@preau/shared/identity/table.ts';
import { notebookTable } from '@preau/shared/notebook/table.ts';
import type { AnyOperation } from '@preau/shared/kernel/operation.ts';
import type { Lesson } from '@preau/shared/timetable/schema.ts';
import { reportsTable } from '@preau/shared/reports/table.ts';
import { timetableTable } from '@preau/shared/timetable/table.ts';
import { operations as alertsOperations } from '../alerts/operations.ts';
import { reminderStore } from '../alerts/reminder-store.ts';
import { alertsStore } from '../alerts/store.ts';
import type { FileStore } from '../runtime/file-store.ts';
import { operations as assessmentOperations } from '../assessment/operations.ts';
import { assessmentStores } from '../assessment/stores.ts';
import { attendanceReads } from '../attendance/reads.ts';
import { foldRegister } from '../attendance/fold-register.ts';
import { operations as attendanceOperations } from '../attendance/operations.ts';
import { attendanceStore } from '../attendance/store.ts';
import { registerTaken } from '../attendance/take-register.ts';
import { directoryImport } from '../directory/import-people.ts';
import { operations as directoryOperations } from '../directory/operations.ts';
import { directoryReads } from '../directory/reads.ts';
import { directoryStore } from '../directory/store.ts';
import { aGivenGrant } from '../directory/testing/builders.ts';
import { operations as filesOperations } from '../files/operations.ts';
import { filesReads } from '../files/reads.ts';
import { filesStore } from '../files/store.ts';
import { handInStore } from '../homework/hand-in-store.ts';
import { operations as homeworkOperations } from '../homework/operations.ts';
import { homeworkReads, quizReads } from '../homework/reads.ts';
import { homeworkStore } from '../homework/store.ts';
import { operations as identityOperations } from '../identity/operations.ts';
import { unrecognised } from '../identity/port.ts';
import { samlOperations } from '../identity/saml-operations.ts';
import { samlBroker, serviceProvider } from '../identity/saml-broker.ts';
import type { IdentityServices, SamlServices } from '../identity/services.ts';
import { identityStore } from '../identity/store.ts';
import type { TokenIssuer } from '../identity/token-issuer.ts';
import type { Deliveries } from '../imports/deliveries.ts';
import { operations as importsOperations } from '../imports/operations.ts';
import { importsStore } from '../imports/store.ts';
import { operations as notebookOperations } from '../notebook/operations.ts';
import { preparationStore } from '../notebook/preparation-store.ts';
import { notebookReads } from '../notebook/reads.ts';
import { notebookStore } from '../notebook/store.ts';
import { operations as operationsOperations } from '../operations/operations.ts';
import { operations as reportsOperations } from '../reports/operations.ts';
import { papersIn } from '../reports/papers.ts';
import { reportsStore } from '../reports/store.ts';
import { apiHandler } from '../runtime/api.ts';
import type { Bound } from '../runtime/bind.ts';
import { tableStore } from '../runtime/entity.ts';
import type { HttpResponse } from '../runtime/http.ts';
import type { ObjectStore } from '../runtime/object-store.ts';
import { operations as timetableOperations } from '../timetable/operations.ts';
import { readsOf } from '../timetable/reads.ts';
import { timetableStore } from '../timetable/store.ts';
import { directoryWrites, grants, NOW, people, person, restrictions, slot, TODAY } from './small-academy.ts';
import { freshTable } from './tables.ts';
import { answerOf, gatewayEvent, type Answer, type Asked } from './play.ts';

const TOKENS = { accessToken: 'access', refreshToken: 'refresh-refresh-refresh', expiresInSeconds: 3600 };

/** Cognito's part, played without Cognito. */
const tokens: TokenIssuer = {
  issue: async () => TOKENS,
  refresh: async () => undefined,
  checkPassword: async () => undefined,
  revoke: async () => undefined,
  revokeAll: async () => undefined,
};

const randomName = (): string => randomUUID().replaceAll('-', '');

const files: FileStore = {
  signUpload: async ({ key }) => ({ url: 'https://files.example.fr/', fields: { key } }),
  inspect: async () => ({ bytes: 1200, head: Buffer.from('%PDF-1.7') }),
  signDownload: async ({ key }) => `https://files.example.fr/${key}`,
};

const objects: ObjectStore = {
  read: async () => ({ bytes: Buffer.from('%PDF-1.7 a work') }),
  write: async () => undefined,
  remove: async () => undefined,
  readTags: async () => new Map(),
};

const deliveries: Deliveries = {
  prepareUpload: async () => ({ url: 'https://deliveries.example.fr/', fields: {}, maxBytes: 1000 }),
  hasArrived: async () => true,
};

/** One school on the real engine, every domain's operations behind their contract, a clock that stands still. */
export const smallAcademy = async () => {
  const now = (): string => NOW;
  const [
    directoryAt,
    timetableAt,
    attendanceAt,
    alertsAt,
    identityAt,
    filesAt,
    homeworkAt,
    notebookAt,
    importsAt,
    assessmentAt,
    reportsAt,
  ] = await Promise.all(
    [
      directoryTable,
      timetableTable,
      attendanceTable,
      alertsTable,
      identityTable,
      filesTable,
      homeworkTable,
      notebookTable,
      importsTable,
      assessmentTable,
      reportsTable,
    ].map(freshTable),
  );
  if (
    !directoryAt ||
    !timetableAt ||
    !attendanceAt ||
    !alertsAt ||
    !identityAt ||
    !filesAt ||
    !homeworkAt ||
    !notebookAt ||
    !importsAt ||
    !assessmentAt ||
    !reportsAt
  )
    throw new Error('A table is missing');

  const peopleStore = directoryStore(directoryAt.name, directoryAt.client);
  const directory = directoryReads(peopleStore, () => TODAY);
  const timetableTableStore = tableStore(timetableTable, timetableAt.name, timetableAt.client);
  const timetableSlots = timetableStore(timetableTableStore);
  const timetable = readsOf(timetableSlots);
  const days = { now, store: attendanceStore(tableStore(attendanceTable, attendanceAt.name, attendanceAt.client)), directory, timetable };
  const alertsTableStore = tableStore(alertsTable, alertsAt.name, alertsAt.client);
  const alerts = alertsStore(alertsTableStore);
  const works = homeworkStore(tableStore(homeworkTable, homeworkAt.name, homeworkAt.client));
  const handIns = handInStore(tableStore(homeworkTable, homeworkAt.name, homeworkAt.client));
  const uploads = filesStore(filesAt.name, filesAt.client);
  const notebook = tableStore(notebookTable, notebookAt.name, notebookAt.client);
  const assessment = assessmentStores(tableStore(assessmentTable, assessmentAt.name, assessmentAt.client));
  const reports = reportsStore(tableStore(reportsTable, reportsAt.name, reportsAt.client));
  const papers = papersIn(files, objects, randomName);
  const provider = serviceProvider('https://api.example.fr');
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const keys = async () => ({ privateKey: pem, certificate: 'CERTIFICATE' });
  const { findActor } = directory;

  await directoryImport(peopleStore).putAll(directoryWrites);
  await Promise.all(restrictions.map((restriction) => peopleStore.putRestriction(restriction, [])));
  await Promise.all(
    Object.entries(grants).map(([who, grant]) => peopleStore.addGrant(...aGivenGrant(person(who), grant, { givenBy: person('head') }), [])),
  );
  await timetableSlots.putSlots([{ after: slot }]);

  const identityServices = {
    now,
    findActor,
    store: identityStore(identityAt.name, identityAt.client),
    directory,
    guichets: async () => [{ guichetId: 'local', label: 'Compte local', audience: 'Opérateurs', kind: 'local' as const }],
    provider,
    keys,
    broker: samlBroker({ provider, keys, now }),
    hosted: { start: async () => 'https://hosted.example.fr/', complete: async () => unrecognised('reponse-invalide') },
    tokens,
    webOrigin: 'https://www.example.fr',
    log: () => undefined,
  };

  const handlers = [
    apiHandler(
      [...(identityOperations as readonly Bound<never>[]), ...(samlOperations as readonly Bound<never>[])] as readonly Bound<
        IdentityServices & SamlServices
      >[],
      identityServices,
      findActor,
    ),
    apiHandler(
      directoryOperations,
      { now, findActor, directory, store: peopleStore, timetable, attendance: attendanceReads(days.store), homework: homeworkReads(works) },
      findActor,
    ),
    apiHandler(timetableOperations, { now, findActor, timetable, store: timetableSlots, directory }, findActor),
    apiHandler(attendanceOperations, { ...days, findActor, files, webOrigin: 'https://www.example.fr', randomName }, findActor),
    apiHandler(alertsOperations, { now, findActor, store: alerts, reminders: reminderStore(alertsTableStore), directory }, findActor),
    apiHandler(
      filesOperations,
      { now, findActor, store: uploads, files, objects, webOrigin: 'https://www.example.fr', randomName },
      findActor,
    ),
    apiHandler(
      homeworkOperations,
      {
        now,
        findActor,
        directory,
        timetable,
        files: filesReads(uploads, files, objects, randomName),
        attendance: attendanceReads(days.store),
        notebook: notebookReads(notebookStore(notebook)),
        store: works,
        handIns,
      },
      findActor,
    ),
    apiHandler(
      notebookOperations,
      {
        now,
        findActor,
        store: notebookStore(notebook),
        preparation: preparationStore(notebook),
        directory,
        timetable,
        files: filesReads(uploads, files, objects, randomName),
      },
      findActor,
    ),
    apiHandler(
      importsOperations,
      {
        now,
        findActor,
        imports: importsStore(importsAt.name, importsAt.client),
        deliveries,
        newId: () => randomUUID().replaceAll('-', ''),
      },
      findActor,
    ),
    apiHandler(operationsOperations, { now }),
    apiHandler(
      assessmentOperations,
      {
        now,
        findActor,
        directory,
        timetable,
        attendance: attendanceReads(days.store),
        homework: { ...homeworkReads(works), ...quizReads(handIns) },
        ...assessment,
        believed: { ...assessment, directory },
      },
      findActor,
    ),
    apiHandler(
      reportsOperations,
      { now, findActor, directory, store: reports, papers, randomBytes, assessment: { listSocle: async () => [] } },
      findActor,
    ),
  ];
  /** In the order of their handlers. */
  const domains = 'identity directory timetable attendance alerts files homework notebook imports operations assessment reports'.split(' ');

  /** Calls an operation as somebody of the small academy, or as a visitor. */
  const send = async (operationId: string, who: string | undefined, request: Asked): Promise<HttpResponse> => {
    const operation = contract.find(({ id }) => id === operationId);
    const handler = handlers[domains.indexOf(operationId.slice(0, operationId.indexOf('.')))];
    if (operation === undefined || handler === undefined) throw new Error(`No such operation: ${operationId}`);
    const personId = who === undefined ? undefined : people[who]?.personId;
    return handler(gatewayEvent(operation, request, personId), {} as never) as Promise<HttpResponse>;
  };

  /** The same, its answer read as the contract says it. */
  const ask = async <O extends AnyOperation>(operation: O, who: string, request: Asked): Promise<Answer<O>> =>
    answerOf(await send(operation.id, who, request));

  /** What the reaction does once the register is written. */
  const foldRegisters = async (lesson: Lesson): Promise<void> => {
    for (const version of await days.store.listVersions(lesson)) {
      await foldRegister(days)(RegisterTaken.schema.parse(registerTaken(version, lesson.subject).data));
    }
  };

  return { send, ask, foldRegisters, alerts, days, reports };
};

export type SmallAcademy = Awaited<ReturnType<typeof smallAcademy>>;
