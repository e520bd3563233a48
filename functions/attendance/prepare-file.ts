import { attendanceOperations } from '@preau/shared/attendance/api.ts';
import { mayJustify } from '@preau/shared/attendance/policy.ts';
import { JOINED_FILE_MAX_BYTES } from '@preau/shared/attendance/schema.ts';
import { FileId, type AbsenceId } from '@preau/shared/kernel/ids.ts';
import { bind } from '../runtime/bind.ts';
import { keyOf } from './joined-files.ts';
import type { AttendanceServices } from './services.ts';
import { findDayOf } from './subjects.ts';

/** Long enough to take a photo on a slow phone. */
const UPLOAD_SECONDS = 900;

const wayBack = (webOrigin: string, absenceId: AbsenceId, fileIds: readonly FileId[]): string => {
  const url = new URL(`/absences/${absenceId}/justifier`, webOrigin);
  for (const fileId of fileIds) url.searchParams.append('fichier', fileId);
  return url.href;
};

/** Lets a browser send one file straight to the bucket, then come back to the justification, without JavaScript too. */
export const prepareFile = bind<AttendanceServices>()(attendanceOperations.prepareFile, {
  subject: ({ input, services }) => findDayOf(input.path.absenceId, services),
  may: mayJustify,
  async run({ input: { path, body }, services }) {
    const fileId = FileId.parse(`fil_${services.randomName()}`);
    const form = await services.files.signUpload({
      key: keyOf(path.absenceId, fileId),
      maxBytes: JOINED_FILE_MAX_BYTES,
      ...(body.mediaType === undefined ? {} : { mediaType: body.mediaType }),
      redirectTo: wayBack(services.webOrigin, path.absenceId, [...(body.alreadyJoined ?? []), fileId]),
      expiresInSeconds: UPLOAD_SECONDS,
    });
    return { fileId, ...form, maxBytes: JOINED_FILE_MAX_BYTES };
  },
});
