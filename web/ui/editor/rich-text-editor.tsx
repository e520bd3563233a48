'use client';
import { Editor } from '@tiptap/core';
import { useEffect, useReducer, useRef, useState } from 'react';
import { fromMarkdown } from '@preau/shared/kernel/markdown.ts';
import { toMarkdown } from '@preau/shared/kernel/markdown-print.ts';
import { documentOf } from './document.ts';
import { extensions } from './extensions.ts';
import { ToolBar } from './tool-bar.tsx';

interface EditorProps {
  readonly label: string;
  readonly initial: string;
  /** Told at each change, as it would have been typed. */
  readonly onChange: (markdown: string) => void;
  readonly onClose: () => void;
}

/** The same text with its form in sight; what it holds is written back as it would have been typed, so that the form is the same either way. */
export const RichTextEditor = ({ label, initial, onChange, onClose }: EditorProps) => {
  const place = useRef<HTMLDivElement>(null);
  const first = useRef(initial);
  const tell = useRef(onChange);
  const [editor, setEditor] = useState<Editor>();
  const [, redraw] = useReducer((count: number) => count + 1, 0);

  useEffect(() => {
    if (place.current === null) return undefined;
    const made = new Editor({
      element: place.current,
      extensions,
      // The page's policy refuses styles written by scripts: they are in its own sheet.
      injectCSS: false,
      content: JSON.parse(JSON.stringify(fromMarkdown(first.current))),
      autofocus: 'end',
      editorProps: {
        attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, class: 'editor-text' },
        // Tab leaves the text, for whoever has no mouse: lists are indented from the bar.
        handleDOMEvents: { keydown: (_view, event) => event.key === 'Tab' },
      },
      onUpdate: ({ editor: changed }) => tell.current(toMarkdown(documentOf(changed.getJSON()))),
      onTransaction: redraw,
    });
    setEditor(made);
    return () => made.destroy();
  }, [label]);

  return (
    <div className="rounded-field border border-edge bg-surface">
      {editor === undefined ? null : <ToolBar editor={editor} onClose={onClose} />}
      <div ref={place} />
    </div>
  );
};
