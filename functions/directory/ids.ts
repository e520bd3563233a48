import { ClassId, GroupId, PersonId, SchoolId } from '@preau/shared/kernel/ids.ts';
import { derivedId } from '../runtime/derived-id.ts';

/** The id of the person whom an AAF join key (`NANCY-METZ-4100253`) names: opaque, and always the same. */
export const personIdOf = (joinKey: string): PersonId => PersonId.parse(derivedId('per', joinKey));

export const schoolIdOf = (uai: string): SchoolId => SchoolId.parse(derivedId('sch', uai.toUpperCase()));

/** Class names are unique only within a school. */
export const classIdOf = (uai: string, name: string): ClassId => ClassId.parse(derivedId('cls', `${uai.toUpperCase()}$${name}`));

export const groupIdOf = (uai: string, name: string): GroupId => GroupId.parse(derivedId('grp', `${uai.toUpperCase()}$${name}`));
