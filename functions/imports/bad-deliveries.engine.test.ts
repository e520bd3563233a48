import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it, vi } from 'vitest';
import type { AnomalyCode } from '@preau/shared/imports/anomalies.ts';
import { personIdOf } from '../directory/ids.ts';
import {
  aDelivery,
  addRequest,
  aGuardianRecord,
  aPupilRecord,
  aSchoolRecord,
  aStaffRecord,
  deleteRequest,
  feedXml,
  memberName,
  modifyRequest,
  writeZip,
  type Files,
} from './testing/deliveries.ts';
import { importWorld } from './testing/world.ts';

vi.setConfig({ testTimeout: 30_000 });

const ELEVE = memberName('Eleve');
const pupilsWith = (content: string | Buffer): Files => ({ ...aDelivery(), [ELEVE]: content });
const pupils = [aPupilRecord('1'), aPupilRecord('2')];

const planned = async (files: Files) => {
  const world = await importWorld();
  const record = await world.ask(await world.add(files), 'plan');
  return { world, record, anomalies: await world.anomaliesOf(record) };
};

const billionLaughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY xxe SYSTEM "file:///etc/passwd">]>';
const latin9 = (text: string): Buffer => Buffer.from(text.replaceAll('’', '?'), 'latin1');

const refused: readonly (readonly [string, AnomalyCode, Files, RegExp])[] = [
  ['a truncated file', 'xml-broken', pupilsWith(feedXml(pupils).slice(0, -120)), /coupé ou mal formé \(ligne \d+\)/],
  ['an encoding that is not read', 'encoding-unsupported', pupilsWith(feedXml(pupils, { encoding: 'EBCDIC-FR' })), /EBCDIC-FR/],
  [
    'another academy',
    'other-academy',
    pupilsWith(feedXml(pupils, { header: 'codeAcademieExport="015" degre="2D"' })),
    /autre académie \(015\)/,
  ],
  ['the first degree', 'first-degree', pupilsWith(feedXml(pupils, { header: 'codeAcademieExport="012" degre="1D"' })), /premier degré/],
  [
    'a missing file of guardians',
    'file-missing',
    Object.fromEntries(Object.entries(aDelivery()).filter(([name]) => !name.includes('PersRelEleve'))),
    /PersRelEleve/,
  ],
  [
    'files of several days',
    'dates-differ',
    { ...aDelivery(), [memberName('MefEducNat', '20261119')]: feedXml([]) },
    /2026-11-19, 2026-11-20/,
  ],
  [
    'a Delta without its Complete',
    'delta-without-complete',
    { [memberName('Eleve', '20261120', 'Delta')]: feedXml([modifyRequest('Eleve', '1', { sn: 'X' })]) },
    /complète/,
  ],
  ['an archive of something else', 'archive-empty', { 'photo.xml': '<a/>' }, /annuaire/],
  ['a name that climbs out of the archive', 'archive-path', { '../../etc/cron.d/x': 'x', ...aDelivery() }, /etc/],
];

it.each(refused)('refuses %s with a French sentence, and writes nothing', async (_what, code, files, sentence) => {
  const { world, record, anomalies } = await planned(files);
  expect(record).toMatchObject({ status: 'refused', refusal: { code } });
  expect(record.refusal?.message).toMatch(sentence);
  expect(anomalies[0]).toMatchObject({ code, severity: 'refuses' });
  expect(world.table.meter.units().wru).toBe(0);
});

const survived: readonly (readonly [string, AnomalyCode, Files, object])[] = [
  ['an external DTD with entities, never read', 'entity-declared', pupilsWith(feedXml(pupils, { doctype: billionLaughs })), {}],
  [
    'an entity of unknown name',
    'entity-unknown',
    pupilsWith(feedXml([aPupilRecord('1', { givenName: 'In&xxe;ès' }).replace('&amp;xxe', '&xxe'), pupils[1] ?? ''])),
    { count: 1, record: '1' },
  ],
  ['UTF-8 declared, ISO-8859-15 written', 'encoding-wrong', pupilsWith(latin9(feedXml(pupils))), { message: /ISO-8859-15/ }],
  ['ISO-8859-15 declared, UTF-8 written', 'encoding-wrong', pupilsWith(feedXml(pupils, { encoding: 'ISO-8859-15' })), { message: /UTF-8/ }],
  [
    'an unknown attribute, told once',
    'attribute-unknown',
    pupilsWith(feedXml(['1', '2'].map((key) => aPupilRecord(key, { ENTEleveNouveau: 'x' })))),
    { count: 2 },
  ],
  [
    'an unknown category',
    'category-unknown',
    pupilsWith(feedXml([...pupils, addRequest('Eleve', '3', { sn: 'X' }, 'Extraterrestre')])),
    { severity: 'drops' },
  ],
  [
    'a class that does not exist',
    'class-missing',
    pupilsWith(feedXml([aPupilRecord('1', { ENTEleveClasses: '1001$9Z' }), pupils[1] ?? ''])),
    { record: '1', message: /9Z/ },
  ],
  [
    'a guardian that does not exist',
    'guardian-missing',
    pupilsWith(feedXml([aPupilRecord('1', { ENTElevePersRelEleve: ['91$10$1$1$1$0', '666$20$0$1$1$0'] }), pupils[1] ?? ''])),
    { record: '1', message: /666/ },
  ],
  [
    'a school that does not exist',
    'school-missing',
    pupilsWith(feedXml([...pupils, aPupilRecord('3', { ENTPersonStructRattach: '4040' })])),
    { record: '3' },
  ],
  ['the same key twice', 'duplicate-key', pupilsWith(feedXml([...pupils, aPupilRecord('1', { givenName: 'Autre' })])), { record: '1' }],
  [
    'a link of five fields',
    'link-broken',
    pupilsWith(feedXml([aPupilRecord('1', { ENTElevePersRelEleve: ['91$10$1$1$1$0', '92$10$1$1$1'] }), pupils[1] ?? ''])),
    { record: '1' },
  ],
  [
    'a birth date of 31 February',
    'birth-date-wrong',
    pupilsWith(feedXml([aPupilRecord('1', { ENTPersonDateNaissance: '31/02/2012' }), pupils[1] ?? ''])),
    { record: '1' },
  ],
  ['a file that is none of ours', 'file-ignored', { ...aDelivery(), 'LISEZMOI.txt': 'bonjour' }, { file: 'LISEZMOI.txt' }],
  [
    'a teacher’s class that does not exist',
    'staff-class-missing',
    aDelivery({ staff: [aStaffRecord('71', { ENTAuxEnsClassesMatieres: '1001$9Z$062900' })] }),
    { record: '71' },
  ],
];

it.each(survived)('survives %s', async (_what, code, files, expected) => {
  const { record, anomalies } = await planned(files);
  expect(record.status).toBe('planned');
  const found = anomalies.find((anomaly) => anomaly.code === code);
  const { message, ...exact } = expected as { message?: RegExp };
  expect(found).toMatchObject(exact);
  expect(found?.message).toMatch(message ?? /\p{L}+.*[.»]$/u);
});

it('reads names whatever their encoding and however often they were escaped', async () => {
  const world = await importWorld();
  const names = [aPupilRecord('1', { givenName: 'Zoé' }), aPupilRecord('2').replace('Inès', 'Ren&eacute;e &amp;apos;Lili&amp;apos;')];
  await world.run({ ...aDelivery(), [ELEVE]: latin9(feedXml(names, { encoding: 'ISO-8859-15' })) });
  expect((await world.store.findPerson(personIdOf('NANCY-METZ-1')))?.firstName).toBe('Zoé');
  expect((await world.store.findPerson(personIdOf('NANCY-METZ-2')))?.firstName).toBe("Renée 'Lili'");
});

const planOf = async (make: (path: string) => void, limits?: { members: number; bytes: number; ratio: number; ratioFrom: number }) => {
  const world = await importWorld(limits === undefined ? {} : { limits });
  const path = join(world.services.scratch, 'archive');
  make(path);
  return world.ask(await world.addArchive(path), 'plan');
};
const LIMITS = { members: 20, bytes: 10_000_000, ratio: 50, ratioFrom: 100_000 };

it('reads a zip as well as a tgz', async () => {
  expect(await planOf((path) => writeZip(path, aDelivery()))).toMatchObject({ status: 'planned', anomalyCount: 0 });
});

it('refuses a zip whose names climb out, a file that is no archive, a broken one, a bomb and a swarm', async () => {
  const { writeTgz } = await import('./testing/deliveries.ts');
  const codeOf = async (...args: Parameters<typeof planOf>) => (await planOf(...args)).refusal?.code;
  expect(await codeOf((path) => writeZip(path, { '../x.xml': 'x' }))).toBe('archive-path');
  expect(await codeOf((path) => writeZip(path, { 'C:/x.xml': 'x' }))).toBe('archive-path');
  expect(await codeOf((path) => writeFileSync(path, 'bonjour'))).toBe('archive-unknown');
  expect(await codeOf((path) => writeFileSync(path, gzipSync('pas un tar').subarray(0, 20)))).toBe('archive-broken');
  expect(
    await codeOf((path) => writeZip(path, Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`f${index}.xml`, 'x']))), LIMITS),
  ).toBe('archive-members');

  const world = await importWorld({ limits: LIMITS });
  const bomb = join(world.services.scratch, 'bomb');
  await writeTgz(bomb, { [ELEVE]: 'x'.repeat(5_000_000) });
  expect((await world.ask(await world.addArchive(bomb), 'plan')).refusal?.code).toBe('archive-bomb');
});

it('refuses a delivery older than the last applied, and takes the same day again', async () => {
  const world = await importWorld();
  await world.run(aDelivery({ date: '20261121' }));
  expect((await world.run(aDelivery({ date: '20261120' }))).refusal?.code).toBe('older-delivery');
  expect((await world.run(aDelivery({ date: '20261121' }))).status).toBe('applied');
});

it('applies a Delta after its Complete: only what it names changes', async () => {
  const world = await importWorld();
  await world.run(
    aDelivery({
      pupils: [...pupils, aPupilRecord('3')],
      guardians: ['91', '92', '93'].map((key) => aGuardianRecord(key)),
      schools: [aSchoolRecord()],
    }),
  );
  const delta = {
    [memberName('Eleve', '20261123', 'Delta')]: feedXml([
      modifyRequest('Eleve', '1', { ENTEleveClasses: '1001$5B' }),
      aPupilRecord('4', { ENTElevePersRelEleve: '91$10$1$1$1$0' }),
    ]),
    [memberName('PersRelEleve', '20261123', 'Delta')]: feedXml([modifyRequest('PersRelEleve', '92', { mail: 'neuf@example.fr' })]),
  };
  const done = await world.run(delta);
  expect(done).toMatchObject({ status: 'applied', plan: { delta: true, vanished: 0 }, anomalyCount: 0 });
  // Pupil 1, his guardian's copy of him, pupil 4 and guardian 92.
  expect(done.written).toBe(4);
  expect((await world.reads.findActor(personIdOf('NANCY-METZ-91')))?.children.map((child) => child.className)).toEqual(['5B', '6A']);

  const gone = await world.run(
    { [memberName('Eleve', '20261124', 'Delta')]: feedXml([deleteRequest('Eleve', '3'), deleteRequest('Eleve', '999')]) },
    { confirmedVanished: 2 },
  );
  expect(gone).toMatchObject({ status: 'applied', plan: { vanished: 2, confirmVanished: true } });
  expect((await world.anomaliesOf(gone))[0]).toMatchObject({ code: 'delta-unknown', record: '999' });
  expect((await world.run({ [memberName('Eleve', '20261204', 'Delta')]: feedXml([]) })).refusal?.code).toBe('delta-too-far');
});
