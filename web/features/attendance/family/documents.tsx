import { attendanceOperations } from '@preau/shared/attendance/api.ts';
import { JOINED_FILE_MAX_BYTES } from '@preau/shared/attendance/schema.ts';
import type { AbsenceId, FileId } from '@preau/shared/kernel/ids.ts';
import { ask } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Icon } from '@/ui/icon.tsx';
import { UploadForm } from '@/ui/upload-form.tsx';
import { DocumentPicker } from './document-picker.tsx';
import type { FamilyTexts } from './texts.ts';

export const MOST_FILES = 5;

const ACCEPTED = 'application/pdf,image/jpeg,image/png,image/heic';

interface DocumentsProps {
  readonly absenceId: AbsenceId;
  readonly files: readonly FileId[];
  readonly texts: FamilyTexts;
}

const addressWith = (absenceId: AbsenceId, files: readonly FileId[]): string =>
  `/absences/${absenceId}/justifier?${new URLSearchParams(files.map((file) => ['fichier', file])).toString()}`;

const JoinedList = ({ absenceId, files, texts }: DocumentsProps) => (
  <ul className="flex flex-col gap-2 empty:hidden" aria-live="polite">
    {files.map((file, index) => (
      <li key={file} className="flex flex-wrap items-center gap-2 font-semibold text-leaf">
        <Icon name="check" />
        {`${texts.document.joined} ${index + 1}`}
        <Anchor
          href={addressWith(
            absenceId,
            files.filter((one) => one !== file),
          )}
          className="btn btn-quiet ms-auto"
        >
          {texts.document.remove}
          <span className="sr-only">{` ${texts.document.joined} ${index + 1}`}</span>
        </Anchor>
      </li>
    ))}
  </ul>
);

/** The documents of a justification: with a script they are sent from the page, else each by its own form, before anything is written. */
export const Documents = async ({ absenceId, files, texts }: DocumentsProps) => {
  const upload =
    files.length >= MOST_FILES
      ? undefined
      : await ask(attendanceOperations.prepareFile, { path: { absenceId }, body: { alreadyJoined: [...files] } });
  return (
    <DocumentPicker
      absenceId={absenceId}
      form="justifier"
      joined={files}
      most={MOST_FILES}
      maxBytes={JOINED_FILE_MAX_BYTES}
      accept={ACCEPTED}
      texts={texts.document}
    >
      <JoinedList absenceId={absenceId} files={files} texts={texts} />
      {upload?.ok === true ? (
        <UploadForm
          url={upload.output.url}
          fields={upload.output.fields}
          accept={ACCEPTED}
          label={texts.document.label}
          hint={`${texts.document.hint} ${texts.fileFirst}`}
          submit={texts.fileSend}
        />
      ) : null}
      {upload?.ok === false ? <p>{texts.document.unavailable}</p> : null}
    </DocumentPicker>
  );
};
