import { addRequest, CLOSING, DTD, opening, type RecordText } from './aaf-xml.ts';
import { guardianRecord, mefRecords, pupilRecord, schoolRecord, staffRecord, subjectRecords } from './aaf-records.ts';
import type { Population } from './model.ts';
import type { ZipMember } from './zip.ts';

const ACADEMY_NUMBER = '12';

/** `20261122063010` in UTC: part of the delivery's name, so that each start delivers a newer one. */
const stampOf = (now: string): string => now.replaceAll(/\D/g, '').slice(0, 14);

const RECORDS_PER_CHUNK = 200;

const toLatin9 = (text: string): Buffer =>
  Buffer.from(text.replaceAll('Œ', '\u00BC').replaceAll('œ', '\u00BD').replaceAll('€', '\u00A4'), 'latin1');

function* chunksOf(records: Iterable<RecordText>, encoding: 'UTF-8' | 'ISO-8859-15'): Generator<Buffer> {
  const encode = encoding === 'UTF-8' ? (text: string) => Buffer.from(text) : toLatin9;
  yield encode(opening(ACADEMY_NUMBER, encoding));
  let waiting: string[] = [];
  for (const record of records) {
    waiting.push(addRequest(record));
    if (waiting.length < RECORDS_PER_CHUNK) continue;
    yield encode(waiting.join(''));
    waiting = [];
  }
  yield encode(`${waiting.join('')}${CLOSING}`);
}

const guardianKeys = (population: Population): ReadonlyMap<string, readonly string[]> => {
  const keys = new Map<string, string[]>();
  for (const pupil of population.pupils) {
    for (const link of pupil.links) {
      const key = link.split('$')[0] ?? '';
      keys.set(key, [...(keys.get(key) ?? []), pupil.jointure]);
    }
  }
  return keys;
};

function* recordsOf(populations: () => Iterable<Population>, type: string): Generator<RecordText> {
  for (const population of populations()) {
    const schools = new Map(population.schools.map((school) => [school.uai, school]));
    if (type === 'EtabEducNat') yield* population.schools.map(schoolRecord);
    if (type === 'Eleve') {
      for (const pupil of population.pupils) {
        const school = schools.get(pupil.uai);
        if (school !== undefined) yield pupilRecord(pupil, school);
      }
    }
    if (type === 'PersRelEleve') {
      const keys = guardianKeys(population);
      for (const guardian of population.guardians) yield guardianRecord(guardian, keys.get(guardian.jointure) ?? []);
    }
    if (type === 'PersEducNat') for (const staff of population.staff) yield staffRecord(staff, schools);
  }
}

const TYPES = ['EtabEducNat', 'Eleve', 'PersRelEleve', 'PersEducNat'] as const;

export interface Delivery {
  /** `ENT2D.20261122063010.zip`. */
  readonly fileName: string;
  readonly members: () => Iterable<ZipMember>;
}

/** A complete AAF delivery; populations are drawn again for each file, so that its size costs no memory. */
export const deliveryOf = (populations: () => Iterable<Population>, now: string): Delivery => {
  const stamp = stampOf(now);
  const named = (type: string): string => `ENT2DVA-DEMO_Complet_${stamp.slice(0, 8)}_${type}_0000.xml`;
  return {
    fileName: `ENT2D.${stamp}.zip`,
    members: function* () {
      yield { name: 'ficAlimMENESR.dtd', chunks: [Buffer.from(DTD)] };
      for (const type of TYPES) yield { name: named(type), chunks: chunksOf(recordsOf(populations, type), 'UTF-8') };
      const [first] = populations();
      yield { name: named('MatiereEducNat'), chunks: chunksOf(subjectRecords(), 'ISO-8859-15') };
      yield { name: named('MefEducNat'), chunks: chunksOf(mefRecords(first?.schools ?? []), 'UTF-8') };
    },
  };
};
