import { Anchor } from '@/ui/anchor.tsx';
import { ChildChip } from './home/child-chip.tsx';

interface ChildTabsProps {
  readonly label: string;
  readonly pupils: readonly {
    readonly pupilId: string;
    readonly firstName: string;
    readonly schoolName: string;
    readonly className?: string | undefined;
  }[];
  readonly chosen: string;
  readonly hrefOf: (pupilId: string) => string;
}

/** The children of a guardian: which one this page is about is always in sight. */
export const ChildTabs = ({ label, pupils, chosen, hrefOf }: ChildTabsProps) => (
  <nav aria-label={label}>
    <ul className="flex flex-wrap gap-2">
      {pupils.map((child) => (
        <li key={`${child.pupilId}-${child.schoolName}`}>
          <Anchor
            href={hrefOf(child.pupilId)}
            current={child.pupilId === chosen}
            className="flex min-h-15 items-center rounded-card border-2 border-line bg-surface py-1.5 ps-2 pe-4 text-ink no-underline hover:border-primary aria-[current]:border-primary aria-[current]:bg-primary-soft"
          >
            <ChildChip firstName={child.firstName} schoolName={child.schoolName} className={child.className} />
          </Anchor>
        </li>
      ))}
    </ul>
  </nav>
);
