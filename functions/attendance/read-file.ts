import { attendanceOperations } from '@preau/shared/attendance/api.ts';
import { mayReadAbsences } from '@preau/shared/attendance/policy.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { bind } from '../runtime/bind.ts';
import { keyOf } from './joined-files.ts';
import type { AttendanceServices } from './services.ts';
import { findDayOf } from './subjects.ts';

const DOWNLOAD_SECONDS = 60;

/** Sends whoever may read the day to the file itself, as a download, for one minute. */
export const readFile = bind<AttendanceServices>()(attendanceOperations.readFile, {
  subject: ({ input, services }) => findDayOf(input.path.absenceId, services),
  may: mayReadAbsences,
  async run({ subject, input: { path }, services }) {
    const file = subject.justifications.flatMap((justification) => justification.files).find((one) => one.fileId === path.fileId);
    if (file === undefined) return refuse('attendance.file-unknown');
    const { name, mediaType } = file;
    const key = keyOf(subject.absenceId, file.fileId);
    return { location: await services.files.signDownload({ key, name, mediaType, expiresInSeconds: DOWNLOAD_SECONDS }) };
  },
});
