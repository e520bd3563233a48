import { adultOnOf } from '@preau/shared/directory/rules.ts';
import { dateOf, linkOf, mobileOf, oneLinkEach } from '@preau/shared/imports/rules.ts';
import type { AafRecord } from './aaf-reader.ts';
import type { Fault, OnFault } from './faults.ts';
import { schoolKindOf, schoolNameOf } from './school-words.ts';
import type { GuardianRow, PupilRow, RowType, SchoolRow, StaffRow, Stage } from './stage.ts';
import { namedIn, subjectCodeOf, taughtIn, valueOf, valuesOf } from './values.ts';

type Tell = (code: Fault['code'], details?: Fault['details']) => void;

const optional = <K extends string, V>(name: K, value: V | undefined): { readonly [P in K]?: V } =>
  value === undefined ? {} : ({ [name]: value } as { [P in K]: V });

const nameOf = (record: AafRecord, before?: { readonly firstName: string; readonly lastName: string }) => ({
  firstName: (valueOf(record, 'givenName') ?? before?.firstName ?? '').slice(0, 100),
  lastName: (valueOf(record, 'sn', 'ENTPersonNomPatro') ?? before?.lastName ?? '').slice(0, 100),
});

const mailOf = (record: AafRecord, before?: string): string | undefined => {
  const mail = valueOf(record, 'mail')?.trim();
  return mail !== undefined && /^[^\s@]{1,64}@[^\s@]{1,190}$/.test(mail) ? mail : before;
};

const schoolRow = (record: AafRecord, before?: SchoolRow): SchoolRow | undefined => {
  const uai = (valueOf(record, 'ENTStructureUAI', 'ENTEtablissementUAI') ?? before?.uai ?? '').toUpperCase();
  const current = valueOf(record, 'ENTStructureNomCourant');
  if (!/^\d{7}[A-Z]$/.test(uai)) return undefined;
  const typeCode = valueOf(record, 'ENTStructureCodeTypeStruct', 'ENTStructureTypeStruct');
  const ministry = valueOf(record, 'ENTEtablissementMinistereTutelle');
  return {
    key: record.key,
    uai,
    name: current === undefined ? (before?.name ?? uai) : schoolNameOf(current),
    kind: current === undefined && before !== undefined ? before.kind : schoolKindOf(current ?? '', typeCode, ministry),
    city: (valueOf(record, 'l') ?? before?.city ?? '').slice(0, 100),
  };
};

/** Of twelve thousand rows of a feed, some schools are placeholders that nobody attends. */
const isPlaceholder = (record: AafRecord): boolean => /sans objet|Z\.REMP/i.test(valueOf(record, 'ENTStructureNomCourant') ?? '');

const stageUnits = (stage: Stage, record: AafRecord): void => {
  for (const [type, attribute] of [
    ['class', 'ENTStructureClasses'],
    ['grp', 'ENTStructureGroupes'],
  ] as const) {
    const values = valuesOf(record, attribute);
    if (values === undefined) continue;
    stage.dropUnits(type, record.key);
    for (const value of values) {
      const [name = '', label = ''] = value.split('$').map((part) => part.trim());
      if (name !== '') stage.addUnit(type, record.key, name, label === '' ? name : label);
    }
  }
};

const adultOnIn = (record: AafRecord, tell: Tell): string | undefined => {
  const birth = valueOf(record, 'ENTPersonDateNaissance');
  if (birth === undefined) return undefined;
  const date = dateOf(birth);
  if (date === undefined) tell('birth-date-wrong');
  return date === undefined ? undefined : adultOnOf(date);
};

/** A positive whole number, as the LSU asks for; anything else is as good as nothing. */
const numberIn = (record: AafRecord, name: string): string | undefined => {
  const value = valueOf(record, name);
  return value !== undefined && /^[1-9]\d{0,17}$/.test(value) ? value : undefined;
};

/** Agricultural schools name their pupils' number in the ministry's base otherwise. */
const baseIdIn = (record: AafRecord): string | undefined =>
  numberIn(record, 'ENTEleveStructRattachId') ?? numberIn(record, 'ENTEleveStructureRattachIdMEN');

const pupilRow = (record: AafRecord, tell: Tell, before?: PupilRow): PupilRow => ({
  key: record.key,
  ...nameOf(record, before),
  ...optional('email', mailOf(record, before?.email)),
  school: valueOf(record, 'ENTPersonStructRattach') ?? before?.school ?? '',
  classes: namedIn(record, 'ENTEleveClasses') ?? before?.classes ?? [],
  groups: namedIn(record, 'ENTEleveGroupes') ?? before?.groups ?? [],
  ...optional('adultOn', adultOnIn(record, tell) ?? before?.adultOn),
  ...optional('baseId', baseIdIn(record) ?? before?.baseId),
  ...optional('contacts', valuesOf(record, 'ENTElevePersRelEleve') === undefined ? before?.contacts : undefined),
});

/** Rights in four letters: one column, and the order of fields never matters. */
export const rightsText = (rights: { informed: boolean; decides: boolean; contact: boolean; payer: boolean }): string =>
  `${rights.informed ? 'I' : ''}${rights.decides ? 'D' : ''}${rights.contact ? 'C' : ''}${rights.payer ? 'P' : ''}`;

const stageLinks = (stage: Stage, record: AafRecord, tell: Tell): void => {
  const values = valuesOf(record, 'ENTElevePersRelEleve');
  if (values === undefined) return;
  const links = values.flatMap((value) => {
    const link = linkOf(value);
    if (link === undefined) tell('link-broken', { value: value.slice(0, 60) });
    return link === undefined ? [] : [link];
  });
  const kept = oneLinkEach(links);
  if (kept.length < links.length) tell('link-twice');
  stage.dropLinks(record.key);
  // A pupil who is his own responsible is no guardian: what an adult may do follows from his age.
  for (const link of kept)
    if (link.guardianKey !== record.key) stage.addLink(link.guardianKey, record.key, link.relationship, rightsText(link.rights));
};

const guardianRow = (record: AafRecord, before?: GuardianRow): GuardianRow => {
  const mobiles = [...(valuesOf(record, 'ENTPersonMobileSMS') ?? []), ...(valuesOf(record, 'mobile') ?? [])];
  const spoken = record.attributes.has('ENTPersonMobileSMS') || record.attributes.has('mobile');
  const mobile = mobiles.map(mobileOf).find((one) => one !== undefined);
  return {
    key: record.key,
    ...nameOf(record, before),
    ...optional('email', mailOf(record, before?.email)),
    ...optional('mobile', spoken ? mobile : before?.mobile),
  };
};

const teacherIn = (record: AafRecord): boolean | undefined => {
  const said = valueOf(record, 'ENTPersonCategorieEnseignant') ?? valueOf(record, 'PersEducNatPresenceDevantEleves');
  return said === undefined ? undefined : said.toUpperCase() === 'O';
};

const civilityIn = (record: AafRecord): 'M' | 'MME' | undefined => {
  const title = valueOf(record, 'personalTitle');
  if (title === undefined) return undefined;
  return /^m\.?$/i.test(title) ? 'M' : /^(mme|mlle)\.?$/i.test(title) ? 'MME' : undefined;
};

const staffRow = (record: AafRecord, before?: StaffRow): StaffRow => ({
  key: record.key,
  ...nameOf(record, before),
  ...optional('email', mailOf(record, before?.email)),
  teacher: teacherIn(record) ?? before?.teacher ?? false,
  ...optional('attached', valueOf(record, 'ENTPersonStructRattach') ?? before?.attached),
  functions: namedIn(record, 'ENTPersonFonctions') ?? before?.functions ?? [],
  classes: namedIn(record, 'ENTAuxEnsClassesMatieres', 'ENTAuxEnsClasses') ?? before?.classes ?? [],
  groups: namedIn(record, 'ENTAuxEnsGroupesMatieres', 'ENTAuxEnsGroupes') ?? before?.groups ?? [],
  principal: namedIn(record, 'ENTAuxEnsClassesPrincipal') ?? before?.principal ?? [],
  ...optional('stsId', numberIn(record, 'ENTPersonSTSId') ?? before?.stsId),
  ...optional('civility', civilityIn(record) ?? before?.civility),
});

const stageTaught = (stage: Stage, record: AafRecord): void => {
  for (const attribute of ['ENTAuxEnsClassesMatieres', 'ENTAuxEnsGroupesMatieres']) {
    for (const [school, code] of taughtIn(record, attribute)) stage.addTaught(school, code);
  }
};

/** The national code ends the key, after the number that some academies write before it. */
const stageSubject = (stage: Stage, record: AafRecord): void => {
  const code = subjectCodeOf(valueOf(record, 'ENTMatJointure') ?? record.key);
  const label = valueOf(record, 'ENTLibelleMatiere');
  if (record.operation !== 'delete' && code !== undefined && label !== undefined) stage.addSubject(code, label.slice(0, 100));
};

const TABLES: Readonly<Partial<Record<AafRecord['type'], RowType>>> = {
  EtabEducNat: 'school',
  Eleve: 'pupil',
  PersRelEleve: 'guardian',
  PersEducNat: 'staff',
};

/** Lays one record of a feed on the stage; in a Delta an addition replaces, a modification changes only what it names. */
export const stageRecord = (
  stage: Stage,
  record: AafRecord,
  context: { readonly file: string; readonly delta: boolean; readonly onFault: OnFault },
): void => {
  if (record.type === 'MatiereEducNat') return stageSubject(stage, record);
  const type = TABLES[record.type];
  if (type === undefined) return;
  const tell: Tell = (code, details) =>
    context.onFault({ file: context.file, record: record.key, code, ...(details === undefined ? {} : { details }) });
  if (record.operation !== 'add' && !context.delta) return tell('operation-in-complete');
  if (record.operation === 'delete') {
    if (!stage.drop(type, record.key)) tell('delta-unknown');
    if (type === 'pupil') stage.dropLinks(record.key);
    return;
  }
  const modifies = record.operation === 'modify';
  const save = <T extends RowType>(table: T, row: Parameters<typeof stage.put<T>>[1]): boolean => {
    if (context.delta) stage.put(table, row, context.file);
    else if (!stage.add(table, row, context.file)) tell('duplicate-key');
    else return true;
    return context.delta;
  };
  if (modifies && stage.find(type, record.key) === undefined) return tell('delta-unknown');

  if (type === 'school') {
    if (isPlaceholder(record)) return;
    const row = schoolRow(record, modifies ? stage.find('school', record.key) : undefined);
    if (row === undefined) return tell('uai-missing');
    if (save('school', row)) stageUnits(stage, record);
    return;
  }
  if (type === 'guardian') {
    const row = guardianRow(record, modifies ? stage.find('guardian', record.key) : undefined);
    return row.lastName === '' && row.firstName === '' ? tell('name-missing') : void save('guardian', row);
  }
  if (type === 'staff') {
    const row = staffRow(record, modifies ? stage.find('staff', record.key) : undefined);
    if (row.lastName === '' && row.firstName === '') return tell('name-missing');
    if (save('staff', row)) stageTaught(stage, record);
    return;
  }
  const row = pupilRow(record, tell, modifies ? stage.find('pupil', record.key) : undefined);
  if (row.lastName === '' && row.firstName === '') return tell('name-missing');
  if (save('pupil', row)) stageLinks(stage, record, tell);
};
