'use client';
import { useEffect, useState, type ReactNode } from 'react';
import { FormIcon } from '@/ui/form-icon.tsx';
import { useScripts } from '@/ui/use-scripts.ts';
import { prepareDocument } from './document-actions.ts';
import type { DocumentTexts } from './texts.ts';

interface DocumentPickerProps {
  readonly absenceId: string;
  /** The id of the form that the documents go with. */
  readonly form: string;
  readonly joined: readonly string[];
  readonly most: number;
  readonly maxBytes: number;
  readonly accept: string;
  readonly texts: DocumentTexts;
  /** The same without a script: each document is sent by a page of its own. */
  readonly children: ReactNode;
}

interface Joined {
  readonly fileId: string;
  readonly name?: string;
}

/** True once the bucket has the file: it then leads back to our page, which needs not be followed. */
const post = async (url: string, fields: Readonly<Record<string, string>>, file: File): Promise<boolean> => {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  body.append('file', file);
  const { ok, type } = await fetch(url, { method: 'POST', body, redirect: 'manual' });
  return ok || type === 'opaqueredirect';
};

/** Documents joined to a justification, sent from the page itself: what is written in the form stays. */
export const DocumentPicker = ({ absenceId, form, joined, most, maxBytes, accept, texts, children }: DocumentPickerProps) => {
  const hasScripts = useScripts();
  const [rows, setRows] = useState<readonly Joined[]>(joined.map((fileId) => ({ fileId })));
  const [sending, setSending] = useState(0);
  const [fault, setFault] = useState('');

  const send = async (file: File): Promise<string> => {
    if (file.size === 0) return texts.empty;
    if (file.size > maxBytes) return texts.heavy;
    const upload = await prepareDocument(absenceId);
    if (upload === undefined) return texts.unavailable;
    if (!(await post(upload.url, upload.fields, file))) return texts.cut;
    setRows((all) => [...all, { fileId: upload.fileId, name: file.name }]);
    return '';
  };

  const choose = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setFault('');
    setSending((files) => files + 1);
    setFault(await send(file).catch(() => texts.cut));
    setSending((files) => files - 1);
  };

  const take = (field: HTMLInputElement): void => {
    void choose(field.files?.[0]);
    field.value = '';
  };

  // The field of the page without scripts is about to be replaced: what was already chosen in it is taken over, once this one stands.
  useEffect(() => {
    const before = document.querySelector<HTMLInputElement>('#fichier');
    if (!hasScripts && before !== null) queueMicrotask(() => take(before));
  });

  useEffect(() => {
    if (sending === 0) return undefined;
    const listening = new AbortController();
    const hold = (event: Event): void => {
      event.preventDefault();
      setFault(texts.held);
    };
    document.getElementById(form)?.addEventListener('submit', hold, listening);
    return () => listening.abort();
  });

  return (
    <>
      <input type="hidden" form={form} name="files" value={rows.map(({ fileId }) => fileId).join(' ')} />
      {hasScripts ? (
        <div className="flex flex-col gap-3">
          <ul className="flex flex-col gap-2 empty:hidden" aria-live="polite">
            {rows.map(({ fileId, name }, index) => (
              <li key={fileId} className="flex flex-wrap items-center gap-2">
                <FormIcon name="check" className="size-5 text-leaf" />
                <span className="font-semibold wrap-anywhere">{`${texts.joined} ${index + 1}${name === undefined ? '' : ` · ${name}`}`}</span>
                <button
                  type="button"
                  className="btn btn-quiet ms-auto"
                  aria-label={`${texts.remove} ${name ?? `${texts.joined} ${index + 1}`}`}
                  onClick={() => setRows((all) => all.filter((one) => one.fileId !== fileId))}
                >
                  {texts.remove}
                </button>
              </li>
            ))}
          </ul>
          {fault === '' ? null : (
            <p role="alert" className="font-semibold text-brick">
              {fault}
            </p>
          )}
          {rows.length + sending >= most ? null : (
            <div className="flex flex-col gap-1.5">
              <label htmlFor="fichier" className="font-semibold">
                {texts.label}
              </label>
              <p id="fichier-aide" className="text-soft" aria-live="polite">
                {sending > 0 ? texts.sending : texts.hint}
              </p>
              <input
                id="fichier"
                type="file"
                accept={accept}
                aria-describedby="fichier-aide"
                className="field file:me-3 file:rounded-md file:border-0 file:bg-primary-soft file:px-3 file:py-1.5 file:font-semibold file:text-ink"
                onChange={({ target }) => take(target)}
              />
            </div>
          )}
        </div>
      ) : (
        children
      )}
    </>
  );
};
