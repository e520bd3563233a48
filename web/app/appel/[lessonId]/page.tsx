import { attendanceOperations } from '@preau/shared/attendance/api.ts';
import { LessonId } from '@preau/shared/kernel/ids.ts';
import { RegisterHistory, RegisterList, WindowNotice } from '@/features/attendance/register/read-only.tsx';
import { RegisterForm } from '@/features/attendance/register/register-form.tsx';
import { versionWords } from '@/features/attendance/register/words.ts';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit } from '@/features/identity/shell/visit.ts';
import { ChangeNote } from '@/features/timetable/change-note.tsx';
import { capital, hourOf, interval, longDate } from '@/lib/dates.ts';
import { notFoundRefusal } from '@/lib/refusal.ts';
import { textOf, type Search } from '@/lib/search.ts';
import { load } from '@/lib/session.ts';
import { Notice } from '@/ui/notice.tsx';
import { Page, Tab } from '@/ui/page.tsx';

interface RollCallPageProps {
  readonly params: Promise<{ readonly lessonId: string }>;
  readonly searchParams: Search;
}

const RollCallPage = async ({ params, searchParams }: RollCallPageProps) => {
  const visit = await openVisit();
  const lessonId = LessonId.safeParse((await params).lessonId);
  const current = visit.role === 'teacher' ? ('home' as const) : ('rolls' as const);
  if (!lessonId.success) return <RefusedPage visit={visit} refusal={notFoundRefusal} current={current} />;
  const answer = await load(attendanceOperations.readRegister, { path: { lessonId: lessonId.data } });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} current={current} />;
  const register = answer.output;
  const { lesson, window, pupils } = register;
  const audience = (lesson.groups.length > 0 ? lesson.groups : lesson.classes).map((one) => one.name).join(', ');
  const title = `Appel · ${audience} · ${lesson.subject}`;
  const open = window.state === 'open';
  const until = window.closesAt === undefined ? '' : ` Vous pouvez le corriger jusqu’à ${hourOf(window.closesAt)}.`;
  return (
    <Shell visit={visit} current={current} focused={open}>
      <Page
        title={`Appel · ${audience}`}
        lead={`${lesson.subject}, ${interval(lesson.start, lesson.end)} · ${capital(longDate(lesson.date))}${lesson.room === undefined ? '' : ` · ${lesson.room}`}`}
      >
        {textOf((await searchParams)['ok']) === 'valide' && register.current !== undefined ? (
          <Notice tone="done" live="status">{`Appel enregistré : ${versionWords(register.current)}.${open ? until : ''}`}</Notice>
        ) : null}
        {lesson.change === undefined ? null : (
          <p>
            <ChangeNote lesson={lesson} language="fr" />
          </p>
        )}
        {open ? null : <WindowNotice register={register} />}
        {pupils.length === 0 ? <Notice tone="info">Aucun élève n’est inscrit à ce cours. Prévenez la vie scolaire.</Notice> : null}
        {open && pupils.length > 0 ? (
          <RegisterForm register={register} requestId={crypto.randomUUID()} title={title} />
        ) : (
          <>
            <Tab title={title} />
            {pupils.length === 0 ? null : <RegisterList register={register} />}
          </>
        )}
        <RegisterHistory register={register} />
      </Page>
    </Shell>
  );
};

export default RollCallPage;
