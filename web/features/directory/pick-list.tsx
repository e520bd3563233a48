import { Anchor } from '@/ui/anchor.tsx';
import { Empty } from '@/ui/card.tsx';

interface PickListProps {
  readonly items: readonly { readonly key: string; readonly href: string; readonly label: string }[];
  readonly empty: string;
}

/** One choice among many, as plain links: it works with a keyboard and without a script. */
export const PickList = ({ items, empty }: PickListProps) =>
  items.length === 0 ? (
    <Empty>{empty}</Empty>
  ) : (
    <ul className="grid grid-cols-2 gap-2 sm:grid-cols-3">
      {items.map((item) => (
        <li key={item.key}>
          <Anchor href={item.href} className="btn btn-quiet h-full w-full justify-start text-start">
            {item.label}
          </Anchor>
        </li>
      ))}
    </ul>
  );
