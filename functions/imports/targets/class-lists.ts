import type { DatabaseSync } from 'node:sqlite';
import type { ClassListRecord, ListedPupil, PersonRecord } from '@preau/shared/directory/record.ts';
import { placeInList } from '@preau/shared/directory/rules.ts';
import type { Schools } from './schools.ts';
import type { Targets } from './writer.ts';

/** A table's item holds at most 400 KB: a longer class, which no school has, keeps no list and is read pupil by pupil. */
const LIST_MAX = 1000;

/** Keeps each pupil for the list of his class. */
export const classLists = (db: DatabaseSync) => {
  const add = db.prepare('insert into listed (class, place, body) values (?, ?, ?)');
  return (pupil: PersonRecord): void => {
    const { personId, firstName, lastName, place } = pupil;
    if (place?.classId === undefined) return;
    const listed: ListedPupil = { pupilId: personId, firstName, lastName, groupIds: place.groupIds };
    add.run(place.classId, placeInList(pupil), JSON.stringify(listed));
  };
};

/** The list of each class, empty ones included: a class without a list is one that no import has listed yet. */
export const putClassLists = ({ db, put }: Targets, schools: Schools): void => {
  db.exec('create index listed_in_order on listed (class, place)');
  const pupilsOf = db.prepare(`select body from listed where class = ? order by place limit ${LIST_MAX + 1}`);
  for (const { classes } of schools.values()) {
    for (const [className, classId] of classes) {
      const bodies = pupilsOf.all(classId).map((row) => String(row['body']));
      if (bodies.length > LIST_MAX) continue;
      put('classList', classId, { classId, className, pupils: `[${bodies.join(',')}]` } satisfies ClassListRecord);
    }
  }
};
