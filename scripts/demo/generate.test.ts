import { createHash } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { addSeconds, localDateOf, weekdayOf } from '@preau/shared/kernel/school-time.ts';
import { linkOf } from '@preau/shared/imports/rules.ts';
import { mailOfRole, ROLES } from './case-staff.ts';
import { KEYS } from './cases.ts';
import { generateDemo } from './generate.ts';
import { localAccounts, personas } from './personas.ts';

vi.setConfig({ testTimeout: 30_000 });

const NOW = '2026-11-22T06:30:00.000Z';
const request = { seed: 1, today: localDateOf(NOW), now: NOW };
const textOf = (demo: ReturnType<typeof generateDemo>, type: string): string =>
  [...demo.aaf.members()]
    .filter((member) => member.name.includes(`_${type}_`))
    .map((member) => Buffer.concat([...member.chunks]).toString())
    .join('');
const printOf = (demo: ReturnType<typeof generateDemo>): string => {
  const hash = createHash('sha256').update(demo.aaf.fileName);
  for (const member of demo.aaf.members()) for (const chunk of member.chunks) hash.update(chunk);
  for (const file of demo.lessons) hash.update(file.bytes);
  return hash.digest('hex');
};
const demo = generateDemo(request);
const pupilOf = (key: string) => demo.main.pupils.find((pupil) => pupil.jointure === key);
const staffOf = (role: keyof typeof ROLES) => demo.main.staff.find((staff) => staff.mail === mailOfRole(ROLES[role]));

describe('the demonstration academy', () => {
  it('is the same for the same seed and start, and another one for another seed', () => {
    expect(printOf(generateDemo(request))).toBe(printOf(demo));
    expect(printOf(generateDemo({ ...request, seed: 2 }))).not.toBe(printOf(demo));
  });

  it('keeps its people from one start to the next, in a delivery whose name is newer', () => {
    const later = generateDemo({ ...request, now: addSeconds(NOW, 1) });
    expect(later.aaf.fileName > demo.aaf.fileName).toBe(true);
    expect(later.main.guardians).toEqual(demo.main.guardians);
  });

  it('has three schools, about a thousand pupils and a key for each person', () => {
    expect(demo.main.schools.map((school) => school.kind)).toEqual(['college', 'lycee', 'agricole']);
    expect(demo.main.pupils.length).toBeGreaterThan(990);
    const keys = [...demo.main.pupils, ...demo.main.guardians, ...demo.main.staff].map((person) => person.jointure);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(demo.main.staff.map((staff) => staff.mail)).size).toBe(demo.main.staff.length);
  });

  it('grows to any number of pupils without changing the main schools', () => {
    const large = generateDemo({ ...request, pupils: 2000 });
    expect(textOf(large, 'Eleve').match(/<addRequest>/g)?.length).toBe(demo.main.pupils.length + 1000);
    expect(large.main).toEqual(demo.main);
  });

  it('has brothers and sisters in two schools, and parents who live apart', () => {
    expect(pupilOf(KEYS.lea)?.links).toEqual(pupilOf(KEYS.tom)?.links);
    expect(pupilOf(KEYS.lea)?.uai).not.toBe(pupilOf(KEYS.tom)?.uai);
    const [nadia, karim] = [KEYS.nadia, KEYS.karim].map((key) => demo.main.guardians.find((guardian) => guardian.jointure === key));
    expect(nadia?.address).not.toEqual(karim?.address);
  });

  it('has a contact, a person in charge, old codes, a doubled line, a broken one and a guardian nobody describes', () => {
    const links = pupilOf(KEYS.hugo)?.links.map(linkOf);
    expect(links?.map((link) => link?.rights.informed)).toEqual([true, true, false, false]);
    expect(pupilOf(KEYS.minh)?.links.map((link) => linkOf(link) === undefined)).toEqual([false, false, true]);
    expect(demo.main.guardians.some((guardian) => guardian.jointure === KEYS.unknown)).toBe(false);
    expect(demo.main.pupils.filter((pupil) => pupil.links.some((link) => /^\d+\$1\$0\$2\$0\$0$/.test(link))).length).toBeGreaterThan(20);
  });

  it('has an adult pupil who is his own guardian, one without guardian, one without class and agricultural ones', () => {
    expect(pupilOf(KEYS.sacha)?.links[0]).toBe(`${KEYS.sacha}$70$1$1$0$0`);
    expect(Number(request.today.slice(0, 4)) - Number(pupilOf(KEYS.sacha)?.birthDate.slice(0, 4))).toBe(18);
    expect(pupilOf(KEYS.noe)?.links).toEqual([]);
    expect(pupilOf(KEYS.aminata)?.className).toBeUndefined();
    expect(textOf(demo, 'Eleve').match(/ENTEleveStructureRattachIdMEN/g)?.length).toBeGreaterThan(150);
  });

  it('has a teacher in two schools and one head teacher of 4B', () => {
    expect(staffOf('twoSchools')?.posts.map((post) => post.uai)).toEqual(['0579001A', '0579002B']);
    expect(demo.main.staff.filter((staff) => staff.posts.some((post) => post.principalOf.includes('4B')))).toEqual([staffOf('principal')]);
    expect(Object.values(ROLES).every((role) => demo.main.staff.filter((staff) => staff.mail === mailOfRole(role)).length === 1)).toBe(
      true,
    );
  });

  it('writes the grammar’s awkward forms', () => {
    const pupils = textOf(demo, 'Eleve');
    expect(pupils).toContain('codeAcademieExport="12"');
    for (const form of ['&amp;apos;', '&eacute;', '<value/>', '<value></value>', 'ENTEleveParcoursAvenir', '9001$4B'])
      expect(pupils).toContain(form);
    expect(textOf(demo, 'MatiereEducNat')).toContain('encoding="ISO-8859-15"');
  });
});

describe('personas', () => {
  it('are all in the files, but for those who have no post and the one who must be unknown', () => {
    const keys = new Set([...demo.main.pupils, ...demo.main.guardians].map((person) => person.jointure));
    const mails = new Set(demo.main.staff.map((staff) => staff.mail));
    const lost = personas().filter((persona) => {
      const named = persona.refIds.map((refId) => refId.split('|')[2] ?? '');
      return persona.mail === undefined ? !named.some((key) => keys.has(key)) : !mails.has(persona.mail);
    });
    expect(lost.map((persona) => persona.personaId)).toEqual(['parent-inconnu', 'remplacante', 'aesh', 'inspecteur']);
  });

  it('have names of their own, safe in an address', () => {
    const ids = [...personas(), ...localAccounts()].map((persona) => persona.personaId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => /^[a-z-]+$/.test(id))).toBe(true);
    expect(weekdayOf(request.today)).toBe(7);
  });
});
