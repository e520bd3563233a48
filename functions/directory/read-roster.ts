import { directoryOperations } from '@preau/shared/directory/api.ts';
import { mayReadSchool } from '@preau/shared/directory/policy.ts';
import { bind } from '../runtime/bind.ts';
import type { DirectoryServices } from './services.ts';

/** The list of a class, for the staff of its school; a class of another school is not found. */
export const readRoster = bind<DirectoryServices>()(directoryOperations.readRoster, {
  async subject({ input, services }) {
    const { schoolId, classId } = input.path;
    const found = await services.directory.findClass(schoolId, classId);
    return found === undefined ? undefined : { schoolId, classId, name: found.name };
  },
  may: mayReadSchool,
  async run({ subject: { classId, name }, services }) {
    return { classId, name, pupils: [...(await services.directory.listRoster({ classIds: [classId], groupIds: [] }))] };
  },
});
