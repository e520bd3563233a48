import { expect, it, vi } from 'vitest';
import { personIdOf, schoolIdOf } from '../directory/ids.ts';
import { addRequest, aDelivery, aPupilRecord, aStaffRecord, feedXml, memberName, modifyRequest } from './testing/deliveries.ts';
import { importWorld } from './testing/world.ts';

vi.setConfig({ testTimeout: 30_000 });

const id = (key: string) => personIdOf(`NANCY-METZ-${key}`);
const SCHOOL = schoolIdOf('0540001A');

const NUMBERED = { ENTEleveStructRattachId: '705294' };
const TEACHER = { ENTPersonSTSId: '40123', personalTitle: 'Mme' };
const subject = (key: string, label: string) =>
  addRequest('MatiereEducNat', key, { ENTMatJointure: key, ENTLibelleMatiere: label }, 'MatEducNat');
const SUBJECTS = {
  [memberName('MatiereEducNat')]: feedXml([subject('12-062900', 'SCIENCES VIE & TERRE'), subject('061300', 'MATHEMATIQUES')]),
};
const numbered = (date = '20261120') => ({
  ...aDelivery({ pupils: [aPupilRecord('1', NUMBERED), aPupilRecord('2')], staff: [aStaffRecord('71', TEACHER)], date }),
});

it('keeps the numbers of the ministry’s bases and the subjects taught, by their national codes', async () => {
  const world = await importWorld();
  await world.run({ ...numbered(), ...SUBJECTS });
  expect(await world.reads.listBaseIds([id('1'), id('2'), id('1')])).toEqual(new Map([[id('1'), '705294']]));
  expect(await world.reads.listNationalTeachers([id('71')])).toEqual([
    { personId: id('71'), firstName: 'Paul', lastName: 'LEMOINE', civility: 'MME', stsId: '40123' },
  ]);
  expect(await world.reads.listTaughtSubjects(SCHOOL)).toEqual([{ code: '062900', label: 'SCIENCES VIE & TERRE' }]);
});

it('fills them in when a directory imported before they were kept is imported again', async () => {
  const world = await importWorld();
  await world.run(aDelivery());
  expect(await world.reads.listBaseIds([id('1')])).toEqual(new Map());
  await world.run({ ...numbered(), ...SUBJECTS });
  expect((await world.reads.listBaseIds([id('1')])).get(id('1'))).toBe('705294');
});

it('keeps them through a Delta that does not speak of them', async () => {
  const world = await importWorld();
  await world.run({ ...numbered(), ...SUBJECTS });
  await world.run({
    [memberName('Eleve', '20261121', 'Delta')]: feedXml([modifyRequest('Eleve', '1', { givenName: 'Inès-Lou' })]),
    [memberName('PersEducNat', '20261121', 'Delta')]: feedXml([
      modifyRequest('PersEducNat', '71', { ENTAuxEnsClassesMatieres: ['1001$6A$062900', '1001$5B$061300'] }),
    ]),
  });
  expect((await world.reads.listBaseIds([id('1')])).get(id('1'))).toBe('705294');
  expect((await world.reads.listNationalTeachers([id('71')]))[0]?.stsId).toBe('40123');
  expect((await world.reads.listTaughtSubjects(SCHOOL)).map(({ code }) => code)).toEqual(['061300', '062900']);
});

it('leaves out what is no number, and goes by the code of a subject that the feed does not name', async () => {
  const world = await importWorld();
  await world.run(
    aDelivery({ pupils: [aPupilRecord('1', { ENTEleveStructRattachId: 'A12' })], staff: [aStaffRecord('71', { ENTPersonSTSId: '0' })] }),
  );
  expect(await world.reads.listBaseIds([id('1')])).toEqual(new Map());
  expect((await world.reads.listNationalTeachers([id('71')]))[0]).not.toHaveProperty('stsId');
  expect(await world.reads.listTaughtSubjects(SCHOOL)).toEqual([{ code: '062900', label: '062900' }]);
});
