import { longDate, shiftDate } from '@/lib/dates.ts';
import { StepLinks } from '@/ui/step-links.tsx';

interface WeekLinksProps {
  readonly monday: string;
  readonly addressOf: (monday: string) => string;
}

export const WeekLinks = ({ monday, addressOf }: WeekLinksProps) => (
  <StepLinks
    label="Semaine"
    title={`Semaine du ${longDate(monday)}`}
    before={{ href: addressOf(shiftDate(monday, -7)), label: 'Semaine précédente' }}
    after={{ href: addressOf(shiftDate(monday, 7)), label: 'Semaine suivante' }}
  />
);
