import { ClassCards } from '@/features/reports/class-cards.tsx';
import { FamilyCards } from '@/features/reports/family-cards.tsx';
import { SealingBoard } from '@/features/reports/sealing-board.tsx';
import { openVisit } from '@/features/identity/shell/visit.ts';
import { textOf, type Search } from '@/lib/search.ts';

/** Report cards as each role needs them: families theirs, the head the sealing, the school its classes. */
const CardsPage = async ({ searchParams }: { readonly searchParams: Search }) => {
  const visit = await openVisit();
  const search = await searchParams;
  if (visit.role === 'guardian' || visit.role === 'pupil') return <FamilyCards visit={visit} />;
  if (visit.role === 'head' && textOf(search['classe']) === undefined) return <SealingBoard visit={visit} search={search} />;
  return <ClassCards visit={visit} search={search} />;
};

export default CardsPage;
