import { periodName } from '@preau/shared/assessment/periods.ts';
import type { PeriodChoice } from '@preau/shared/assessment/marks-views.ts';
import { Anchor } from '@/ui/anchor.tsx';

interface PeriodLinksProps {
  readonly label: string;
  readonly periods: readonly Pick<PeriodChoice, 'key'>[];
  readonly chosen: string;
  readonly hrefOf: (period: string) => string;
}

/** The periods of the year, each with its address. */
export const PeriodLinks = ({ label, periods, chosen, hrefOf }: PeriodLinksProps) => (
  <nav aria-label={label}>
    <ul className="flex flex-wrap gap-2">
      {periods.map(({ key }) => (
        <li key={key}>
          <Anchor
            href={hrefOf(key)}
            current={key === chosen ? 'page' : false}
            className="btn btn-quiet aria-[current]:border-primary aria-[current]:bg-primary aria-[current]:text-on-primary"
          >
            {periodName(key)}
          </Anchor>
        </li>
      ))}
    </ul>
  </nav>
);
