'use client';
import { useEffect, useId, useState } from 'react';
import type { FilePurpose } from '@preau/shared/files/schema.ts';
import { FormIcon } from '@/ui/form-icon.tsx';
import { useScripts } from '@/ui/use-scripts.ts';
import type { JoinedFile, PreparedFile } from './state.ts';
import type { FileTexts } from './texts.ts';

/** The words of the page's language, those of this choice of files among them. */
type PickerTexts = Readonly<
  Pick<FileTexts, 'photo' | 'sending' | 'checking' | 'joined' | 'refused' | 'remove' | 'cut' | 'held' | 'again' | 'full'> &
    Record<'tooMany' | 'hint', string>
>;

export interface FilePickerProps {
  /** The id of the form that the files go with; its field `files` lists their ids, separated by spaces. */
  readonly form: string;
  readonly name?: string;
  readonly purpose: FilePurpose;
  readonly joined: readonly JoinedFile[];
  readonly most: number;
  readonly accept: string;
  /** The page to come back to without a script, without the files' own words. */
  readonly returnTo: string;
  readonly label: string;
  readonly withCamera?: boolean;
  readonly texts: PickerTexts;
  /** Without a script, where a file is sent from. */
  readonly leave: (data: FormData) => Promise<void>;
}

type Row =
  | ({ readonly step: 'joined' } & JoinedFile)
  | { readonly step: 'sending'; readonly fileId: string; readonly name: string; readonly part: number }
  | {
      readonly step: 'failed';
      readonly fileId: string;
      readonly name: string;
      readonly message: string;
      readonly file?: File;
      readonly prepared?: PreparedFile;
    };

const backWith = (returnTo: string, files: readonly JoinedFile[]): string => {
  const words = files.map(({ fileId }) => `fichier=${fileId}`).join('&');
  if (words === '') return returnTo;
  return `${returnTo}${returnTo.includes('?') ? '&' : '?'}${words}`;
};

const stateOf = (
  row: Row,
  texts: PickerTexts,
): { readonly icon: 'check' | 'warning' | 'hourglass'; readonly look: string; readonly words: string } => {
  if (row.step === 'sending') return { icon: 'hourglass', look: 'text-soft', words: `${texts.sending} · ${Math.round(row.part * 100)} %` };
  if (row.step === 'failed') return { icon: 'warning', look: 'text-brick', words: row.message };
  if (row.status === 'refused') return { icon: 'warning', look: 'text-brick', words: row.explanation ?? texts.refused };
  return row.status === 'clean'
    ? { icon: 'check', look: 'text-leaf', words: texts.joined }
    : { icon: 'hourglass', look: 'text-soft', words: texts.checking };
};

/** It has a place among those that may be joined, or will have one once it is sent. */
const isCounted = (row: Row): boolean =>
  row.step === 'sending' || (row.step === 'joined' ? row.status !== 'refused' : row.file !== undefined);

const focus = (element: HTMLElement | null): void => element?.focus();

/** Files joined to a form: sent one by one to the bucket as soon as they are chosen; without a script, each on a page of its own. */
export const FilePicker = ({
  form,
  name = 'files',
  purpose,
  joined,
  most,
  accept,
  returnTo,
  label,
  withCamera = false,
  texts,
  leave,
}: FilePickerProps) => {
  const id = useId();
  const hasScripts = useScripts();
  const [rows, setRows] = useState<readonly Row[]>(joined.map((file) => ({ ...file, step: 'joined' })));
  /** How often the form was submitted too early. */
  const [held, setHeld] = useState(0);
  const [isOver, setIsOver] = useState(false);
  const left = most - rows.filter(isCounted).length;
  const kept = rows.flatMap((row) => (row.step === 'joined' && row.status !== 'refused' ? [row] : []));

  const replace = (key: string, row: Row): void => setRows((all) => all.map((one) => (one.fileId === key ? row : one)));

  const send = async (key: string, file: File, before?: PreparedFile): Promise<void> => {
    const tell = (part: number): void => replace(key, { step: 'sending', fileId: key, name: file.name, part });
    tell(0);
    // Downloaded once a file is chosen: most readers of the page choose none.
    const sender = await import('./send-file.ts').catch(() => undefined);
    const sent = await sender?.sendFile(file, purpose, before, tell);
    if (sender === undefined || sent === undefined || sent.answer === 'cut') {
      const again = { file, ...(sent?.prepared === undefined ? {} : { prepared: sent.prepared }) };
      return replace(key, { step: 'failed', fileId: key, name: file.name, message: texts.cut, ...again });
    }
    if (!sent.answer.ok) return replace(key, { step: 'failed', fileId: key, name: file.name, message: sent.answer.message });
    const arrived = sent.answer.value;
    replace(key, { step: 'joined', ...arrived });
    if (arrived.status === 'waiting')
      await sender.awaitVerdict(arrived.fileId, (judged) => replace(arrived.fileId, { step: 'joined', ...judged }));
  };

  const add = (files: FileList | null): void => {
    setHeld(0);
    const chosen = [...(files ?? [])];
    setIsOver(chosen.length > left);
    for (const file of chosen.slice(0, left)) {
      const key = crypto.randomUUID();
      setRows((all) => [...all, { step: 'sending', fileId: key, name: file.name, part: 0 }]);
      void send(key, file);
    }
  };

  const isUnsent = rows.some((row) => row.step === 'sending' || (row.step === 'failed' && row.file !== undefined));

  useEffect(() => {
    if (!isUnsent) return undefined;
    const listening = new AbortController();
    const resume = (): void => {
      for (const row of rows) if (row.step === 'failed' && row.file !== undefined) void send(row.fileId, row.file, row.prepared);
    };
    const hold = (event: Event): void => {
      event.preventDefault();
      setHeld((times) => times + 1);
    };
    window.addEventListener('online', resume, listening);
    document.getElementById(form)?.addEventListener('submit', hold, listening);
    return () => listening.abort();
  });

  const picker = (suffix: string, words: string, capture: boolean) => (
    <>
      <input
        id={`${id}-${suffix}`}
        type="file"
        className="peer sr-only"
        aria-describedby={`${id}-aide`}
        {...(capture ? { accept: 'image/*', capture: 'environment' as const } : { accept, multiple: true })}
        onChange={(event) => {
          add(event.target.files);
          event.target.value = '';
        }}
      />
      <label htmlFor={`${id}-${suffix}`} className="btn btn-quiet peer-focus-visible:outline-3 peer-focus-visible:outline-focus">
        <FormIcon name={capture ? 'camera' : 'upload'} />
        {words}
      </label>
    </>
  );

  return (
    <div id={`${form}-${name}`} className="flex flex-col gap-3">
      <ul className="flex flex-col gap-2 empty:hidden" aria-live="polite">
        {rows.map((row) => {
          const { icon, look, words } = stateOf(row, texts);
          return (
            <li key={row.fileId} className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-card border border-line px-3 py-2">
              <FormIcon name="file" />
              <span className="font-semibold wrap-anywhere">{row.name}</span>
              <span className={`flex items-center gap-1.5 ${look}`}>
                <FormIcon name={icon} className="size-4" />
                {words}
              </span>
              {hasScripts && row.step === 'failed' && row.file !== undefined ? (
                <button
                  type="button"
                  className="btn btn-quiet"
                  onClick={() => (row.file === undefined ? undefined : void send(row.fileId, row.file, row.prepared))}
                >
                  {texts.again}
                </button>
              ) : null}
              {hasScripts && row.step !== 'sending' ? (
                <button
                  type="button"
                  className="btn btn-quiet ms-auto"
                  aria-label={`${texts.remove} ${row.name}`}
                  onClick={() => setRows((all) => all.filter((one) => one.fileId !== row.fileId))}
                >
                  {texts.remove}
                </button>
              ) : null}
            </li>
          );
        })}
      </ul>
      {isUnsent && held > 0 ? (
        <p key={held} ref={focus} role="alert" tabIndex={-1} className="font-semibold text-brick">
          {texts.held}
        </p>
      ) : null}
      {isOver ? (
        <p role="alert" className="font-semibold text-brick">
          {texts.tooMany}
        </p>
      ) : null}
      <p id={`${id}-aide`} className="text-soft">
        {left <= 0 ? texts.full : texts.hint}
      </p>
      {left <= 0 ? null : hasScripts ? (
        <div className="flex flex-wrap gap-2">
          {picker('fichiers', label, false)}
          {withCamera ? picker('photo', texts.photo, true) : null}
        </div>
      ) : (
        <form action={leave}>
          <input type="hidden" name="purpose" value={purpose} />
          <input type="hidden" name="returnTo" value={backWith(returnTo, kept)} />
          <button type="submit" className="btn btn-quiet">
            <FormIcon name="upload" />
            {label}
          </button>
        </form>
      )}
      <input type="hidden" form={form} name={name} value={kept.map(({ fileId }) => fileId).join(' ')} />
    </div>
  );
};
