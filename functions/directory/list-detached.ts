import { directoryOperations } from '@preau/shared/directory/api.ts';
import { mayReadDetached } from '@preau/shared/directory/policy.ts';
import type { DetachedPerson } from '@preau/shared/directory/views.ts';
import type { PersonRecord } from '@preau/shared/directory/record.ts';
import { bind } from '../runtime/bind.ts';
import type { DirectoryServices } from './services.ts';

const view = (person: PersonRecord): DetachedPerson => ({
  personId: person.personId,
  kind: person.kind,
  firstName: person.firstName,
  lastName: person.lastName,
  detachedOn: person.detachedOn ?? '',
  ...(person.erasedAfter === undefined ? {} : { erasedAfter: person.erasedAfter }),
});

/** People who vanished from the import and left this school, the oldest first, before they are erased. */
export const listDetached = bind<DirectoryServices>()(directoryOperations.listDetached, {
  subject: ({ input, services }) => services.directory.findSchool(input.path.schoolId),
  may: mayReadDetached,
  async run({ subject, input, services }) {
    const { items, next } = await services.store.listDetached(subject.schoolId, input.query.after);
    return { people: items.map(view), ...(next === undefined ? {} : { next }) };
  },
});
