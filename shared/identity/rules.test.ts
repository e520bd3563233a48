import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { academies, academyName } from '../kernel/academies.ts';
import { isLogoutAllowed, joinKeysOf, professionalMail, rolesOf, safeReturnTo } from './rules.ts';
import { seedOfRun } from '../kernel/seed.testing.ts';

const seed = seedOfRun();

describe(`the vector of ÉduConnect (SEED=${seed})`, () => {
  const none = (reason: string) => ({ ok: false, reason });
  const found = (...keys: string[]) => ({ ok: true, keys });

  it.each([
    [['{AAF}12|2D|4100253'], found('NANCY-METZ-4100253')],
    [['{AAF}1|x|77', '{AAF}01|x|77'], found('PARIS-77')],
    [['{AAF}12|2D|4100253', '{AAF}15|2D|991204', '{ECT}7788'], found('NANCY-METZ-4100253', 'STRASBOURG-991204')],
    [['{AAF}12|4100253'], none('cle-inconnue')],
    [['{AAF}12|2D|'], none('cle-inconnue')],
    [['{AAF}77|2D|5'], none('cle-inconnue')],
    [['{AAF}12|2D|5|6'], none('cle-inconnue')],
    [['{AAF}|2D|5'], none('cle-inconnue')],
    [['{AAF}-1|2D|5'], none('cle-inconnue')],
    [['{AAF}1e1|2D|5'], none('cle-inconnue')],
    [['{AAF}12|2D|4 1'], none('cle-inconnue')],
    [['{AAF}77|2D|5', '{AAF}019|1D|8'], found('REIMS-8')],
    [['{AAF}98|2D|31'], found('AGRICOLE-31')],
    [['{ECT}7788'], none('vecteur-absent')],
    [['{ECT-ENT}12|2D|7788'], none('vecteur-absent')],
    [['12|2D|7788'], none('vecteur-absent')],
    [[], none('vecteur-absent')],
    [[''], none('vecteur-absent')],
  ])('%j gives %j', (values, expected) => {
    expect(joinKeysOf(values)).toEqual(expected);
  });

  it('never throws and never names an academy that does not exist, whatever is received', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            fc.string().map((text) => `{AAF}${text}`),
          ),
        ),
        (values) => {
          const result = joinKeysOf(values);
          if (result.ok)
            for (const key of result.keys) expect(Object.values(academies).some((name) => key.startsWith(`${name}-`))).toBe(true);
        },
      ),
      { seed },
    );
  });

  it('reads an academy number however it is padded', () => {
    expect(['12', '012', '1', '01', '001'].map(academyName)).toEqual(['NANCY-METZ', 'NANCY-METZ', 'PARIS', 'PARIS', 'PARIS']);
    expect(['', '99', 'constructor', '0012'].map(academyName)).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe(`where a browser may be sent (SEED=${seed})`, () => {
  it.each(['/appel', '/famille?enfant=2#jour', '/', '/a%20b'])('comes back to %s', (path) => {
    expect(safeReturnTo(path)).toBe(path);
  });

  it.each([
    undefined,
    '',
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/a\\b',
    '/\t/evil.example',
    '/\n',
    'appel',
    `/${'a'.repeat(600)}`,
  ])('goes home rather than to %j', (path) => {
    expect(safeReturnTo(path)).toBe('/');
  });

  it('never leaves the web’s origin, whatever is asked', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((text) => `/${text}`),
        ),
        (value) => {
          expect(new URL(safeReturnTo(value), 'https://ent.test').origin).toBe('https://ent.test');
        },
      ),
      { seed },
    );
  });

  const hosts = ['*.education.gouv.fr', 'localhost:4801'];
  it.each([
    ['https://educonnect.education.gouv.fr/Logout?return=x', true],
    ['http://localhost:4801/logout', true],
    ['http://educonnect.education.gouv.fr/Logout', false],
    ['https://education.gouv.fr.evil.example/', false],
    ['https://evileducation.gouv.fr/', false],
    ['https://educonnect.education.gouv.fr:8443/', false],
    ['https://a@educonnect.education.gouv.fr/', false],
    ['https://evil.example/?educonnect.education.gouv.fr', false],
    ['http://localhost:4802/logout', false],
    ['javascript:alert(1)', false],
    ['', false],
  ])('signing out at %s is %s', (address, allowed) => {
    expect(isLogoutAllowed(address, hosts)).toBe(allowed);
  });
});

describe('what a person is', () => {
  const nobody = { kind: 'guardian' as const, operator: false, posts: [], children: [], grants: [] };
  const post = (functions: ('ENS' | 'DIR' | 'CPE' | 'ETA')[]) =>
    ({ schoolId: 'sch_aaaaaa', schoolName: 'X', functions, classIds: [], groupIds: [], principalOf: [] }) as never;

  it('is a guardian even before a child is known', () => {
    expect(rolesOf(nobody)).toEqual(['guardian']);
  });

  it('makes a teacher of whoever stands in for one today, and of no other agent without a post', () => {
    const dated = { schoolId: 'sch_aaaaaa', from: '2026-11-02', until: '2026-11-30' };
    const substitute = { kind: 'substitute', ...dated, forTeacherId: 'per_aaaaaa', classIds: [], groupIds: [] } as never;
    const aesh = { kind: 'aesh', ...dated, pupilId: 'per_aaaaaa' } as never;
    expect(rolesOf({ ...nobody, kind: 'staff', grants: [substitute] })).toEqual(['teacher']);
    expect(rolesOf({ ...nobody, kind: 'staff', grants: [aesh] })).toEqual(['staff']);
  });

  it('puts the most responsible role first', () => {
    expect(rolesOf({ ...nobody, kind: 'staff', posts: [post(['ENS']), post(['DIR'])] })).toEqual(['head', 'teacher']);
    expect(rolesOf({ ...nobody, kind: 'operator', operator: true })).toEqual(['operator']);
    expect(rolesOf({ ...nobody, kind: 'staff' })).toEqual(['staff']);
    expect(rolesOf({ ...nobody, kind: 'pupil' })).toEqual(['pupil']);
  });
});

it('compares professional mails without case nor spaces', () => {
  expect(professionalMail(' Ana.Roy@AC-nancy-metz.fr ')).toBe('ana.roy@ac-nancy-metz.fr');
  expect([undefined, '', 'ana', 'a b@c', 'a@b@c'].map(professionalMail)).toEqual([undefined, undefined, undefined, undefined, undefined]);
});
