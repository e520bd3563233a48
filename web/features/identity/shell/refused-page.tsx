import { redirect } from 'next/navigation';
import type { ApiRefusal } from '@/lib/refusal.ts';
import { Tab } from '@/ui/page.tsx';
import { NOWHERE, Refused, REFUSED_TITLE } from './refused.tsx';
import { Shell } from './shell.tsx';
import type { SectionName } from './sections.ts';
import type { Visit } from './visitor.ts';

interface RefusedPageProps {
  readonly visit: Visit;
  readonly refusal: ApiRefusal;
  readonly current?: SectionName;
}

/** A page that cannot be shown says why; what is not there or not open answers 404. */
export const RefusedPage = ({ visit, refusal, current }: RefusedPageProps) => {
  if (refusal.status === 404) redirect(NOWHERE);
  return (
    <Shell visit={visit} {...(current === undefined ? {} : { current })}>
      <Tab title={REFUSED_TITLE} />
      <Refused refusal={refusal} />
    </Shell>
  );
};
