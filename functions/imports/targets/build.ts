import type { OnFault } from '../faults.ts';
import type { Stage } from '../stage.ts';
import { putClassLists } from './class-lists.ts';
import { putGuardians } from './guardians.ts';
import { putPupils } from './pupils.ts';
import { putGroups, putSchools, putTaughtSubjects } from './schools.ts';
import { putStaff } from './staff.ts';
import { targetWriter } from './writer.ts';

interface TargetContext {
  readonly stage: Stage;
  readonly academy: string;
  readonly zone: string;
  readonly onFault: OnFault;
}

/** Turns the staged rows into the records that the directory must hold, each with its fingerprint. */
export const buildTargets = ({ stage, academy, zone, onFault }: TargetContext): void => {
  const { db } = stage;
  stage.commit();
  // The order of kinds decides whose key it is when two bear it.
  const target = { db, put: targetWriter(db), academy, onFault };
  const schools = putSchools(target, zone);
  const groupClasses = putPupils(target, schools);
  putGroups(target, schools, groupClasses);
  putClassLists(target, schools);
  putGuardians(target, schools);
  putStaff(target, schools);
  putTaughtSubjects(target, schools);
  stage.commit();
};
