import { Fragment, type ReactNode } from 'react';
import { isSafeHref } from '@preau/shared/kernel/rich-text-limits.ts';
import type { Block, Inline, List, Mark, Paragraph, RichText as RichTextDoc } from '@preau/shared/kernel/rich-text.ts';
import { Formula } from './formula.tsx';

const marked = (content: ReactNode, mark: Mark): ReactNode => {
  switch (mark.type) {
    case 'bold':
      return <strong>{content}</strong>;
    case 'italic':
      return <em>{content}</em>;
    case 'underline':
      return <u className="underline underline-offset-2">{content}</u>;
    case 'code':
      return <code className="rounded bg-sunken px-1 font-mono text-[0.95em]">{content}</code>;
    case 'link':
      // Judged when it was written, and again here: an address is the one thing in a text that can do harm.
      return isSafeHref(mark.attrs.href) ? (
        <a href={mark.attrs.href} target="_blank" rel="noopener noreferrer nofollow">
          {content}
          <span className="sr-only"> (nouvel onglet)</span>
        </a>
      ) : (
        content
      );
  }
};

const Inlines = ({ content = [] }: { readonly content?: readonly Inline[] | undefined }) =>
  content.map((inline, index) => {
    const key = `${index}`;
    if (inline.type === 'hardBreak') return <br key={key} />;
    if (inline.type === 'formula') return <Formula key={key} latex={inline.attrs.latex} alone={content.length === 1} />;
    return <Fragment key={key}>{(inline.marks ?? []).reduce<ReactNode>(marked, inline.text)}</Fragment>;
  });

const Lines = ({ paragraph }: { readonly paragraph: Paragraph }) => (
  <p>
    <Inlines content={paragraph.content} />
  </p>
);

const ListOf = ({ list }: { readonly list: List }) => {
  const items = list.content.map((item, index) => (
    <li key={`${index}`}>
      {item.content.map((part, place) =>
        part.type === 'paragraph' ? <Inlines key={`${place}`} content={part.content} /> : <ListOf key={`${place}`} list={part} />,
      )}
    </li>
  ));
  return list.type === 'bulletList' ? <ul className="list-disc ps-6">{items}</ul> : <ol className="list-decimal ps-6">{items}</ol>;
};

const HEADINGS = { 2: 'h2', 3: 'h3', 4: 'h4', 5: 'h5' } as const;

interface BlockProps {
  readonly block: Block;
  readonly under: 1 | 2 | 3;
}

const BlockOf = ({ block, under }: BlockProps) => {
  switch (block.type) {
    case 'paragraph':
      return <Lines paragraph={block} />;
    case 'heading': {
      const Heading = block.attrs.level === 2 ? HEADINGS[(under + 1) as 2 | 3 | 4] : HEADINGS[(under + 2) as 3 | 4 | 5];
      return (
        <Heading className={block.attrs.level === 2 ? 'text-lg' : 'text-base'}>
          <Inlines content={block.content} />
        </Heading>
      );
    }
    case 'blockquote':
      return (
        <blockquote className="flex flex-col gap-2 border-s-4 border-line ps-4">
          {block.content.map((paragraph, index) => (
            <Lines key={`${index}`} paragraph={paragraph} />
          ))}
        </blockquote>
      );
    case 'bulletList':
    case 'orderedList':
      return <ListOf list={block} />;
  }
};

interface RichTextProps {
  readonly text: RichTextDoc;
  /** The level of the title that the text stands under. */
  readonly under?: 1 | 2 | 3;
}

/** A text with its form, as elements only: nothing that it says can become a page's own markup. For server components. */
export const RichText = ({ text, under = 2 }: RichTextProps) => (
  <div className="flex flex-col gap-3 wrap-anywhere">
    {text.content.map((block, index) => (
      <BlockOf key={`${index}`} block={block} under={under} />
    ))}
  </div>
);
