'use client';
import { lazy, Suspense, useRef, useState } from 'react';
import { FormArea } from './action-form.tsx';
import { FormIcon } from './form-icon.tsx';
import { useScripts } from './use-scripts.ts';

const RichTextEditor = lazy(async () => ({ default: (await import('./editor/rich-text-editor.tsx')).RichTextEditor }));

/** How a text is typed without the editor. */
const HOW =
  'Une ligne vide sépare les paragraphes. « - » commence une liste, « ## » un titre ; **gras**, *italique*, [lien](https://…), $formule$.';

interface RichTextFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly defaultValue?: string | undefined;
  readonly rows?: number;
}

/** A text with its form, for those who teach: a plain field that works everywhere, and the editor once it is asked for. Within an `ActionForm`. */
export const RichTextField = ({ name, label, hint, defaultValue, rows = 4 }: RichTextFieldProps) => {
  const place = useRef<HTMLDivElement>(null);
  const hasScripts = useScripts();
  const [initial, setInitial] = useState<string>();
  const area = (): HTMLTextAreaElement | null => place.current?.querySelector('textarea') ?? null;

  return (
    <div ref={place} className="rich-text-field flex flex-col gap-2" data-open={initial !== undefined}>
      <FormArea name={name} label={label} rows={rows} hint={hint === undefined ? HOW : `${hint} ${HOW}`} defaultValue={defaultValue} />
      {initial === undefined ? null : (
        <Suspense fallback={<output>Ouverture de la mise en forme…</output>}>
          <RichTextEditor
            label={label}
            initial={initial}
            onChange={(markdown) => {
              const field = area();
              if (field !== null) field.value = markdown;
            }}
            onClose={() => {
              setInitial(undefined);
              requestAnimationFrame(() => area()?.focus());
            }}
          />
        </Suspense>
      )}
      {hasScripts && initial === undefined ? (
        <button type="button" className="btn btn-quiet self-start" onClick={() => setInitial(area()?.value ?? '')}>
          <FormIcon name="pen" />
          Mettre en forme
          <span className="sr-only">{` : ${label}`}</span>
        </button>
      ) : null}
    </div>
  );
};
