import { cardViewOf } from '@preau/shared/reports/card-view.ts';
import type { SealedCard } from '@preau/shared/reports/sealed.ts';
import { Section } from '@/ui/card.tsx';

type Table = NonNullable<ReturnType<typeof cardViewOf>['sections'][number]['table']>;

const WideTable = ({ table, caption }: { readonly table: Table; readonly caption: string }) => (
  <table className="w-full border-collapse text-start max-md:hidden">
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
);

/** On a phone, one block for each row: nothing scrolls sideways. */
const NarrowTable = ({ table }: { readonly table: Table }) => (
  <ul className="flex flex-col gap-2 md:hidden">
    {table.rows.map(([head = '', ...cells]) => (
      <li key={head} className="card flex flex-col gap-1 p-4">
        <span className="font-semibold">{head}</span>
        {cells.map((cell, index) =>
          cell === '' ? null : (
            <span key={table.columns[index + 1]} className="whitespace-pre-line">
              {`${table.columns[index + 1]}\u00A0: ${cell}`}
            </span>
          ),
        )}
      </li>
    ))}
  </ul>
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
          {section.table === undefined ? null : (
            <>
              <WideTable table={section.table} caption={section.title} />
              <NarrowTable table={section.table} />
            </>
          )}
        </Section>
      ))}
      <p className="text-soft">{view.verification}</p>
    </div>
  );
};
