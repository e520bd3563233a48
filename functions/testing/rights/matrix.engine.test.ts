import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { contract } from '@preau/shared/contract.ts';
import type { Asked } from '../play.ts';
import { smallAcademy, type SmallAcademy } from '../small-academy-world.ts';
import { holdMonday, playMorning, samples } from './samples.ts';

/** The columns of `matrix.csv`, which a head can read: who they are here, and which pupil they ask about. */
const COLUMNS: Readonly<Record<string, { readonly who: string | undefined; readonly about: 'pupil' | 'adult' }>> = {
  visiteur: { who: undefined, about: 'pupil' },
  responsable: { who: 'guardian', about: 'pupil' },
  'responsable informé seulement': { who: 'informedOnly', about: 'pupil' },
  'contact sans droit': { who: 'contactOnly', about: 'pupil' },
  'responsable restreint': { who: 'restricted', about: 'pupil' },
  'responsable d’un autre élève': { who: 'otherGuardian', about: 'pupil' },
  'parent d’un majeur opposé': { who: 'adultsMother', about: 'adult' },
  élève: { who: 'pupil', about: 'pupil' },
  'camarade de classe': { who: 'classmate', about: 'pupil' },
  'élève majeur': { who: 'adult', about: 'adult' },
  'enseignant du cours': { who: 'teacher', about: 'pupil' },
  'co-enseignant': { who: 'coTeacher', about: 'pupil' },
  remplaçant: { who: 'substitute', about: 'pupil' },
  'enseignant d’une autre classe': { who: 'otherTeacher', about: 'pupil' },
  'professeur principal': { who: 'headTeacher', about: 'pupil' },
  'enseignant d’un autre établissement': { who: 'teacherElsewhere', about: 'pupil' },
  CPE: { who: 'cpe', about: 'pupil' },
  AED: { who: 'aed', about: 'pupil' },
  'chef d’établissement': { who: 'head', about: 'pupil' },
  documentaliste: { who: 'librarian', about: 'pupil' },
  'autre personnel': { who: 'bursar', about: 'pupil' },
  'AESH de l’élève': { who: 'aesh', about: 'pupil' },
  inspecteur: { who: 'inspector', about: 'pupil' },
  'CPE d’un autre établissement': { who: 'cpeElsewhere', about: 'pupil' },
  'chef d’un autre établissement': { who: 'headElsewhere', about: 'pupil' },
  opérateur: { who: 'operator', about: 'pupil' },
};

const [header = [], ...rows] = readFileSync(join(import.meta.dirname, 'matrix.csv'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split(';'));

const cells = rows.flatMap(([operationId = '', ...verdicts]) =>
  verdicts.map((verdict, index) => ({ operationId, column: header[index + 1] ?? '', verdict })),
);

let academy: SmallAcademy;
let asked: Readonly<Record<'pupil' | 'adult', Readonly<Record<string, Asked>>>>;

beforeAll(async () => {
  academy = await smallAcademy();
  await holdMonday(academy);
  asked = {
    pupil: samples(await playMorning(academy, 'pupil', 'guardian'), 'pupil'),
    adult: samples(await playMorning(academy, 'adult', 'adult'), 'adult'),
  };
});

describe('the matrix of rights', () => {
  it('has one row for every operation of the contract, and no other', () => {
    const inOrder = (one = '', other = ''): number => one.localeCompare(other);
    expect(rows.map(([operationId]) => operationId).toSorted(inOrder)).toEqual(contract.map(({ id }) => id).toSorted(inOrder));
  });

  it('says yes or no in every cell of known columns', () => {
    expect(header.slice(1)).toEqual(Object.keys(COLUMNS));
    for (const row of rows) {
      expect(row.length, row[0]).toBe(header.length);
      for (const verdict of row.slice(1)) expect(verdict).toMatch(/^(oui|non)$/);
    }
  });

  it.each(cells)('$operationId · $column: $verdict', async ({ operationId, column, verdict }) => {
    const persona = COLUMNS[column];
    const request = persona === undefined ? undefined : asked[persona.about][operationId];
    if (persona === undefined || request === undefined) throw new Error(`No sample for ${operationId}`);
    const { statusCode, body } = await academy.send(operationId, persona.who, request);
    const code = statusCode < 400 ? undefined : JSON.parse(body).code;
    const denial = persona.who === undefined ? 'kernel.signed-out' : 'kernel.not-found';
    if (verdict === 'non') expect(code, body).toBe(denial);
    else expect([denial, 'kernel.invalid-input', 'kernel.unsupported-media', 'kernel.unexpected'], body).not.toContain(code);
  });
});
