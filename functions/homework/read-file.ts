import { homeworkOperations } from '@preau/shared/homework/api.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { bind } from '../runtime/bind.ts';
import { findRead, mayRead } from './read-work.ts';
import type { HomeworkServices } from './services.ts';
import { readContent } from './write-homework.ts';

/** A short-lived link to a resource of a piece of work, for whoever reads the work, once the file was found clean. */
export const readFile = bind<HomeworkServices>()(homeworkOperations.readFile, {
  subjectFor: ({ actor, input, services }) => findRead(actor, input.path.homeworkId, services),
  may: mayRead,
  async run({ subject: { work }, input, services }) {
    const { files } = await readContent(services.store, work);
    const file = files.find((one) => one.fileId === input.path.fileId);
    const location = file === undefined ? undefined : await services.files.downloadLink(file.fileId, file.name);
    return location === undefined ? refuse('homework.file-unknown') : { location };
  },
});
