import { homeworkOperations } from '@preau/shared/homework/api.ts';
import { PersonId } from '@preau/shared/kernel/ids.ts';
import { FamilyWork } from '@/features/homework/family/family-work.tsx';
import { ClassWork } from '@/features/homework/staff/class-work.tsx';
import { TeacherWork } from '@/features/homework/staff/teacher-work.tsx';
import { openVisit } from '@/features/identity/shell/visit.ts';
import { textOf, type Search } from '@/lib/search.ts';
import { ask, pageLanguage } from '@/lib/session.ts';

/** Homework as each role needs it: families what is due, teachers what they gave, the school its classes. */
const HomeworkPage = async ({ searchParams }: { readonly searchParams: Search }) => {
  const visit = await openVisit();
  const search = await searchParams;
  const language = await pageLanguage();
  if (visit.role === 'guardian' || visit.role === 'pupil') return <FamilyWork visit={visit} search={search} language={language} />;
  const inspected = PersonId.safeParse(textOf(search['enseignant'])).data;
  if (inspected !== undefined) return <TeacherWork visit={visit} search={search} teacherId={inspected} />;
  if (visit.role === 'teacher' && textOf(search['classe']) === undefined) {
    return <TeacherWork visit={visit} search={search} teacherId={visit.person.personId} />;
  }
  if (visit.role === 'staff' && textOf(search['classe']) === undefined) {
    const accompanied = await ask(homeworkOperations.listDue, { query: {} });
    if (accompanied.ok) return <FamilyWork visit={visit} search={search} language={language} />;
  }
  return <ClassWork visit={visit} search={search} />;
};

export default HomeworkPage;
