import type { Language } from '@preau/shared/directory/schema.ts';
import type { HandInView } from '@preau/shared/homework/hand-in-views.ts';
import { moment } from '@/lib/dates.ts';
import { Icon } from '@/ui/icon.tsx';
import { Status } from '@/ui/status.tsx';
import { HandInFiles } from './hand-in-files.tsx';
import type { HandInTexts } from './texts.ts';

interface ReceiptProps {
  readonly homeworkId: string;
  readonly view: HandInView;
  readonly texts: HandInTexts;
  readonly language: Language;
}

const grouped = (fingerprint: string): string => fingerprint.replaceAll(/(.{4})(?=.)/g, '$1 ');

/** What was handed in, with the proof that it was. */
export const HandInReceipt = ({ homeworkId, view, texts, language }: ReceiptProps) => {
  const { handIn, pupilId } = view;
  if (handIn === undefined) return <p className="text-soft">{texts.nothing}</p>;
  const { receipt, members, files, text } = handIn;
  return (
    <div className="flex flex-col gap-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
        <span className="flex items-center gap-2 text-leaf">
          <Icon name="check" />
          {texts.received(moment(receipt.at, language))}
        </span>
        {receipt.late ? (
          <Status tone="amber" icon="clock">
            {texts.late}
          </Status>
        ) : null}
      </p>
      {members.length > 1 ? <p>{`${texts.group} ${members.map(({ name }) => name).join(', ')}`}</p> : null}
      <HandInFiles homeworkId={homeworkId} pupilId={pupilId} files={files} texts={texts} />
      {text === '' ? null : <p className="rounded-card border border-line p-3 wrap-anywhere whitespace-pre-wrap">{text}</p>}
      <details>
        <summary className="text-soft">{texts.fingerprint}</summary>
        <p className="mt-1 font-mono text-sm wrap-anywhere">{grouped(receipt.fingerprint)}</p>
        <p className="text-soft">{texts.fingerprintHint}</p>
      </details>
    </div>
  );
};
