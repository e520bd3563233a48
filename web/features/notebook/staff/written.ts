import * as z from 'zod';
import { FileId } from '@preau/shared/kernel/ids.ts';
import { fromMarkdown } from '@preau/shared/kernel/markdown.ts';
import { isEmptyRichText, RichText } from '@preau/shared/kernel/rich-text.ts';
import { Link, LINKS_MAX, SECTION_NAMES, type Sections } from '@preau/shared/notebook/schema.ts';
import { linesOf, words } from '@/lib/lists.ts';
import { told } from '@/lib/told.ts';

const TOO_LONG = 'Ce texte est trop long. Raccourcissez-le, ou joignez un fichier.';

/** A text typed with or without the editor. */
export const Typed = told(z.string().max(60_000).default('').transform(fromMarkdown).pipe(RichText), TOO_LONG);

/** One link a line: its address, then its name if it has one. */
const linkOf = (line: string): { readonly href: string; readonly label: string } => {
  const [href = '', ...label] = line.split(/\s+/u);
  return { href, label: label.join(' ') };
};

const Links = z
  .string()
  .default('')
  .transform((text) => linesOf(text).map(linkOf))
  .pipe(z.array(Link).max(LINKS_MAX));

/** The fields of a lesson's text, wherever it is written. */
export const writtenFields = {
  title: told(z.string().trim().max(120).default(''), 'Écrivez un titre de 120 caractères au plus.'),
  content: Typed,
  before: Typed,
  during: Typed,
  after: Typed,
  links: told(Links, 'Écrivez une adresse complète par ligne, qui commence par https://, puis son nom si vous voulez.'),
  files: words(z.array(FileId).max(10, 'Joignez dix fichiers au plus.')).default([]),
};

const WrittenForm = z.object(writtenFields);

export const linesOfLinks = (links: readonly { readonly href: string; readonly label: string }[]): string =>
  links.map(({ href, label }) => `${href} ${label}`.trim()).join('\n');

/** What the API is asked to keep. */
export const writtenOf = (form: z.output<typeof WrittenForm>) => {
  const sections: Sections = Object.fromEntries(
    SECTION_NAMES.flatMap((name) => (isEmptyRichText(form[name]) ? [] : [[name, form[name]] as const])),
  );
  return { title: form.title, sections, fileIds: form.files, links: form.links };
};
