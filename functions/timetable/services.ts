import type { ClassId, GroupId, PersonId, SchoolId } from '@preau/shared/kernel/ids.ts';
import type { DirectoryReads } from '../directory/reads.ts';
import type { SessionServices } from '../runtime/bind.ts';
import type { TimetableReads } from './reads.ts';
import type { TimetableStore } from './store.ts';

/** What the timetable asks of the directory's door. */
interface TimetableDirectory {
  readonly findPupil: (
    pupilId: PersonId,
  ) => Promise<{ readonly schoolId: SchoolId; readonly classId?: ClassId | undefined; readonly groupIds: readonly GroupId[] } | undefined>;
  readonly listStaff: DirectoryReads['listStaff'];
  readonly findSchoolSettings: DirectoryReads['findSchoolSettings'];
  readonly listClasses: (schoolId: SchoolId) => Promise<readonly { readonly classId: ClassId }[]>;
}

export interface TimetableServices extends SessionServices {
  readonly timetable: TimetableReads;
  readonly store: Pick<TimetableStore, 'findDecision' | 'listDecisions' | 'decide'>;
  readonly directory: TimetableDirectory;
}
