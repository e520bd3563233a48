import { mergeAttributes, Node, type Extensions } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import { isSafeHref } from '@preau/shared/kernel/rich-text-limits.ts';

/** A formula as one piece of the line, shown as it was typed: the page that reads it shows it drawn. */
const Formula = Node.create({
  name: 'formula',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ latex: { default: '' } }),
  parseHTML: () => [],
  renderHTML: ({ node, HTMLAttributes }) => [
    'span',
    mergeAttributes(HTMLAttributes, { class: 'editor-formula' }),
    `${node.attrs['latex']}`,
  ],
});

/** What texts may hold, and nothing that they may not. */
export const extensions: Extensions = [
  StarterKit.configure({
    heading: { levels: [2, 3] },
    strike: false,
    codeBlock: false,
    horizontalRule: false,
    dropcursor: false,
    gapcursor: false,
    trailingNode: false,
    link: { openOnClick: false, autolink: true, isAllowedUri: (href) => isSafeHref(href) },
  }),
  Formula,
];
