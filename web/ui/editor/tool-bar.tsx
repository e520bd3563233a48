'use client';
import type { Editor } from '@tiptap/core';
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { isSafeHref, isWritableLatex } from '@preau/shared/kernel/rich-text-limits.ts';
import { Icon } from '../icon.tsx';
import { tools } from './tools.ts';

type Asking = 'link' | 'formula';

const ASKED = {
  link: {
    name: 'Lien',
    label: 'Adresse du lien, qui commence par https:// ou mailto:',
    wrong: 'Cette adresse n’est pas acceptée. Elle commence par https:// ou mailto:.',
  },
  formula: {
    name: 'Formule',
    label: 'Formule en LaTeX, par exemple \\frac{1}{2}',
    wrong: 'Cette formule n’est pas acceptée. Écrivez \\$ pour un dollar.',
  },
} as const;

const present = (editor: Editor, asking: Asking): string => {
  const value: unknown = asking === 'link' ? editor.getAttributes('link')['href'] : editor.getAttributes('formula')['latex'];
  return typeof value === 'string' ? value : '';
};

const put = (editor: Editor, asking: Asking, value: string): boolean => {
  const line = editor.chain().focus();
  if (asking === 'formula') {
    if (value !== '' && !isWritableLatex(value)) return false;
    return value === '' ? true : line.insertContent({ type: 'formula', attrs: { latex: value } }).run();
  }
  if (value === '') return line.extendMarkRange('link').unsetLink().run();
  if (!isSafeHref(value)) return false;
  const empty = editor.state.selection.empty && !editor.isActive('link');
  if (empty) return line.insertContent({ type: 'text', text: value, marks: [{ type: 'link', attrs: { href: value } }] }).run();
  return line.extendMarkRange('link').setLink({ href: value }).run();
};

const STEP: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

const BUTTON =
  'min-h-11 min-w-11 rounded-field border border-line px-2 hover:bg-sunken disabled:opacity-50 aria-pressed:bg-primary-soft aria-pressed:border-primary';

interface ToolBarProps {
  readonly editor: Editor;
  readonly onClose: () => void;
}

/** One stop for the whole bar; arrows go from tool to tool. */
export const ToolBar = ({ editor, onClose }: ToolBarProps) => {
  const id = useId();
  const bar = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState(0);
  const [asking, setAsking] = useState<Asking>();
  const [wrong, setWrong] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  const buttonsOf = (): HTMLButtonElement[] => [...(bar.current?.querySelectorAll('button') ?? [])];
  const travel = (event: KeyboardEvent): void => {
    const buttons = buttonsOf();
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? buttons.length - 1 : stop + (STEP[event.key] ?? Number.NaN);
    if (Number.isNaN(to)) return;
    event.preventDefault();
    const next = (to + buttons.length) % buttons.length;
    setStop(next);
    buttons[next]?.focus();
  };

  const tool = (
    place: number,
    name: string,
    sign: ReactNode,
    press: () => void,
    more: { on?: boolean; off?: boolean; look?: string } = {},
  ) => (
    <button
      key={name}
      type="button"
      title={name}
      aria-label={name}
      tabIndex={place === stop ? 0 : -1}
      className={`${BUTTON} ${more.look ?? ''}`}
      {...(more.on === undefined ? {} : { 'aria-pressed': more.on })}
      aria-disabled={more.off === true}
      onFocus={() => setStop(place)}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => (more.off === true ? undefined : press())}
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  );

  const ask = (what: Asking): void => {
    setWrong(false);
    setAsking(asking === what ? undefined : what);
  };
  const answer = (): void => {
    if (asking === undefined) return;
    if (put(editor, asking, field.current?.value.trim() ?? '')) setAsking(undefined);
    else setWrong(true);
  };

  return (
    <div className="flex flex-col gap-2 border-b border-line p-2">
      <div ref={bar} role="toolbar" aria-label="Mise en forme" tabIndex={-1} className="flex flex-wrap gap-1" onKeyDown={travel}>
        {tools.map(({ name, sign, look, isOn, may, run }, place) =>
          tool(place, name, sign, () => run(editor), {
            ...(isOn === undefined ? {} : { on: isOn(editor) }),
            off: may !== undefined && !may(editor),
            ...(look === undefined ? {} : { look }),
          }),
        )}
        {tool(tools.length, ASKED.link.name, <Icon name="globe" />, () => ask('link'), { on: editor.isActive('link') })}
        {tool(tools.length + 1, ASKED.formula.name, 'ƒ', () => ask('formula'), { on: editor.isActive('formula') })}
        {tool(tools.length + 2, 'Revenir au texte simple', '✕', onClose)}
      </div>
      {asking === undefined ? null : (
        <div className="flex flex-wrap items-end gap-2">
          <label htmlFor={id} className="flex min-w-60 flex-1 flex-col gap-1">
            {ASKED[asking].label}
            <input
              key={asking}
              ref={field}
              id={id}
              className="field"
              // The tool was pressed to write here.
              // oxlint-disable-next-line jsx-a11y/no-autofocus
              autoFocus
              defaultValue={present(editor, asking)}
              aria-invalid={wrong}
              aria-describedby={`${id}-faute`}
              onKeyDown={(event) => {
                if (event.key === 'Escape') setAsking(undefined);
                if (event.key !== 'Enter') return;
                event.preventDefault();
                answer();
              }}
            />
          </label>
          <button type="button" className="btn btn-quiet" onClick={answer}>
            Insérer
          </button>
          <output id={`${id}-faute`} className="w-full font-semibold text-brick empty:hidden">
            {wrong ? ASKED[asking].wrong : ''}
          </output>
        </div>
      )}
    </div>
  );
};
