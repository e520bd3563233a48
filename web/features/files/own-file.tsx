import type { OwnFile } from '@preau/shared/files/api.ts';
import { moment } from '@/lib/dates.ts';
import { sizeWords } from '@/lib/sizes.ts';
import { ActionForm } from '@/ui/action-form.tsx';
import { Status } from '@/ui/status.tsx';
import { withdrawFile } from './actions.ts';
import { ownFilesTexts as texts, statusLook, useWords, withdrawalWords } from './own-files-texts.ts';

const Withdrawal = ({ file, name }: { readonly file: OwnFile; readonly name: string }) => (
  <ActionForm
    id={file.fileId}
    action={withdrawFile}
    faultTitle={texts.notWithdrawn}
    opener={
      <>
        {texts.withdraw}
        <span className="sr-only">{` : ${name}`}</span>
      </>
    }
  >
    <input type="hidden" name="fileId" value={file.fileId} />
    <p>{file.status === 'refused' ? texts.refused : withdrawalWords[file.purpose]}</p>
    <button type="submit" className="btn btn-danger self-start">
      {texts.confirm}
    </button>
  </ActionForm>
);

/** One of one's own files: what it is, what it is for, what it weighs, and how to take it back. */
export const OwnFileCard = ({ file }: { readonly file: OwnFile }) => {
  const { purpose, status, bytes, arrivedAt, explanation, mayWithdraw } = file;
  const name = file.name ?? texts.unnamed;
  const { tone, icon, word } = statusLook[status];
  return (
    <li className="card flex flex-col gap-3 p-4 sm:p-5">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="min-w-0 text-lg wrap-anywhere">{name}</h3>
        <Status tone={tone} icon={icon}>
          {word}
        </Status>
      </div>
      <p className="text-soft">
        {[useWords[purpose], ...(bytes === undefined ? [] : [sizeWords(bytes)]), `envoyé le ${moment(arrivedAt)}`].join(' · ')}
      </p>
      {explanation === undefined ? null : <p>{explanation}</p>}
      {mayWithdraw ? (
        <Withdrawal file={file} name={name} />
      ) : status === 'clean' ? (
        <p className="text-soft">{withdrawalWords[purpose]}</p>
      ) : null}
    </li>
  );
};
