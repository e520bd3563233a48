import { FamilyNotebook } from '@/features/notebook/family/family-notebook.tsx';
import { LookedAfter } from '@/features/notebook/staff/looked-after.tsx';
import { TeacherWeek } from '@/features/notebook/staff/teacher-week.tsx';
import { openVisit } from '@/features/identity/shell/visit.ts';
import { textOf, type Search } from '@/lib/search.ts';
import { pageLanguage } from '@/lib/session.ts';

/** The notebook as each role needs it: families by day, teachers by week, the school by class or by teacher. */
const NotebookPage = async ({ searchParams }: { readonly searchParams: Search }) => {
  const visit = await openVisit();
  const search = await searchParams;
  const named = (name: string): boolean => textOf(search[name]) !== undefined;
  if (visit.role === 'guardian' || visit.role === 'pupil' || named('enfant'))
    return <FamilyNotebook visit={visit} search={search} language={await pageLanguage()} />;
  if (visit.role === 'teacher' && !named('classe') && !named('enseignant')) return <TeacherWeek visit={visit} search={search} />;
  return <LookedAfter visit={visit} search={search} />;
};

export default NotebookPage;
