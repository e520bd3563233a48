import { cardViewOf } from '@preau/shared/reports/card-view.ts';
import type { SealedCard } from '@preau/shared/reports/sealed.ts';
import { Section } from '@/ui/card.tsx';

type Section_ = ReturnType<typeof cardViewOf>['sections'][number];

/** Wide on a screen, one block for each subject on a phone: the same table in both. */
const CardTable = ({ table, caption }: { readonly table: NonNullable<Section_['table']>; readonly caption: string }) => (
  <div className="overflow-x-auto" role="region" aria-label={caption} tabIndex={0}>
    <table className="w-full min-w-[40rem] border-collapse text-start">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {table.columns.map((name) => (
            <th key={name} scope="col" className="border-b-2 border-line p-2 text-start">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map(([head = '', ...cells]) => (
          <tr key={head} className="align-top">
            <th scope="row" className="border-b border-line p-2 text-start font-semibold">
              {head}
            </th>
            {cells.map((cell, index) => (
              <td key={table.columns[index + 1]} className="border-b border-line p-2 whitespace-pre-line">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** A sealed card as a page: the very words of its paper. */
export const CardContent = ({ sealed }: { readonly sealed: SealedCard }) => {
  const view = cardViewOf(sealed);
  return (
    <div lang="fr" dir="ltr" className="flex flex-col gap-6">
      <dl className="card grid gap-x-6 gap-y-2 p-4 sm:grid-cols-2 sm:p-5">
        {view.identity.map(([label, value]) => (
          <div key={label}>
            <dt className="text-soft">{label}</dt>
            <dd className="font-semibold">
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {view.sections.map((section, index) => (
        <Section key={section.title} id={`partie-${index + 1}`} title={section.title}>
          {section.paragraphs.map((paragraph) => (
            <p key={paragraph} className="whitespace-pre-line">
              {paragraph}
            </p>
          ))}
          {section.table === undefined ? null : <CardTable table={section.table} caption={section.title} />}
        </Section>
      ))}
      <p className="text-soft">{view.verification}</p>
    </div>
  );
};
