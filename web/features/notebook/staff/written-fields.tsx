import { toMarkdown } from '@preau/shared/kernel/markdown-print.ts';
import { SECTION_NAMES, type Written } from '@preau/shared/notebook/schema.ts';
import { FormArea, FormText } from '@/ui/action-form.tsx';
import { RichTextField } from '@/ui/rich-text-field.tsx';
import { linesOfLinks } from './written.ts';

const LABELS = {
  content: 'Contenu de la séance',
  before: 'À faire avant la séance',
  during: 'À faire pendant la séance',
  after: 'À faire après la séance',
} as const;

/** The text of a lesson: its content in sight, the rest folded as long as it is empty. */
export const WrittenFields = ({ written }: { readonly written: Written }) => {
  const typed = (name: (typeof SECTION_NAMES)[number]): string => {
    const text = written.sections[name];
    return text === undefined ? '' : toMarkdown(text);
  };
  const others = SECTION_NAMES.filter((name) => name !== 'content');
  return (
    <>
      <FormText name="title" label="Titre (facultatif)" defaultValue={written.title} />
      <RichTextField name="content" label={LABELS.content} rows={8} defaultValue={typed('content')} />
      <details open={others.some((name) => written.sections[name] !== undefined)}>
        <summary className="btn btn-quiet inline-flex">Avant, pendant, après la séance</summary>
        <div className="mt-4 flex flex-col gap-5">
          {others.map((name) => (
            <RichTextField key={name} name={name} label={LABELS[name]} defaultValue={typed(name)} />
          ))}
        </div>
      </details>
      <FormArea
        name="links"
        label="Liens (facultatif)"
        hint="Une adresse par ligne, qui commence par https://, puis son nom si vous voulez."
        rows={2}
        defaultValue={linesOfLinks(written.links)}
      />
    </>
  );
};
