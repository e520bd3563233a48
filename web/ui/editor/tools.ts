import type { Editor } from '@tiptap/core';

export interface Tool {
  readonly name: string;
  readonly sign: string;
  readonly look?: string;
  readonly isOn?: (editor: Editor) => boolean;
  readonly may?: (editor: Editor) => boolean;
  readonly run: (editor: Editor) => void;
}

const toggle = (name: string, sign: string, on: string, run: Tool['run'], more: Partial<Tool> = {}): Tool => ({
  name,
  sign,
  isOn: (editor) => editor.isActive(on),
  run,
  ...more,
});

const heading = (name: string, sign: string, level: 2 | 3): Tool => ({
  name,
  sign,
  isOn: (editor) => editor.isActive('heading', { level }),
  run: (editor) => editor.chain().focus().toggleHeading({ level }).run(),
});

/** In the order of the bar; each with a name that is read aloud and a sign that is seen. */
export const tools: readonly Tool[] = [
  toggle('Gras', 'G', 'bold', (editor) => editor.chain().focus().toggleBold().run(), { look: 'font-bold' }),
  toggle('Italique', 'I', 'italic', (editor) => editor.chain().focus().toggleItalic().run(), { look: 'italic' }),
  toggle('Souligné', 'S', 'underline', (editor) => editor.chain().focus().toggleUnderline().run(), { look: 'underline' }),
  heading('Titre', 'Titre', 2),
  heading('Sous-titre', 'Sous-titre', 3),
  toggle('Liste à puces', '•–', 'bulletList', (editor) => editor.chain().focus().toggleBulletList().run()),
  toggle('Liste numérotée', '≡', 'orderedList', (editor) => editor.chain().focus().toggleOrderedList().run()),
  {
    name: 'Augmenter le retrait de la liste',
    sign: '→',
    may: (editor) => editor.can().sinkListItem('listItem'),
    run: (editor) => editor.chain().focus().sinkListItem('listItem').run(),
  },
  {
    name: 'Diminuer le retrait de la liste',
    sign: '←',
    may: (editor) => editor.can().liftListItem('listItem'),
    run: (editor) => editor.chain().focus().liftListItem('listItem').run(),
  },
  toggle('Citation', '«»', 'blockquote', (editor) => editor.chain().focus().toggleBlockquote().run()),
  toggle('Code', '<>', 'code', (editor) => editor.chain().focus().toggleCode().run(), { look: 'font-mono' }),
  {
    name: 'Annuler',
    sign: '↶',
    may: (editor) => editor.can().undo(),
    run: (editor) => editor.chain().focus().undo().run(),
  },
  {
    name: 'Rétablir',
    sign: '↷',
    may: (editor) => editor.can().redo(),
    run: (editor) => editor.chain().focus().redo().run(),
  },
];
