import { directoryOperations } from '@preau/shared/directory/api.ts';
import { ClassId, LessonId, PersonId } from '@preau/shared/kernel/ids.ts';
import { timetableOperations } from '@preau/shared/timetable/api.ts';
import type { LessonView } from '@preau/shared/timetable/schema.ts';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit, schoolOf } from '@/features/identity/shell/visit.ts';
import { ChangeNote } from '@/features/timetable/change-note.tsx';
import { audienceOf } from '@/features/timetable/day-rows.tsx';
import { ChangeForms } from '@/features/timetable/office/change-forms.tsx';
import { FindForm } from '@/features/timetable/office/find-form.tsx';
import { LessonChoice } from '@/features/timetable/office/lesson-choice.tsx';
import { CHANGES_DONE, CLASH_WORDS } from '@/features/timetable/office/words.ts';
import { capital, interval, isDate, longDate, relativeDate, shiftDate, today } from '@/lib/dates.ts';
import { allOf, textOf, type Search } from '@/lib/search.ts';
import { load } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Card, Empty, Section } from '@/ui/card.tsx';
import { Notice } from '@/ui/notice.tsx';
import { Outcome } from '@/ui/outcome.tsx';
import { Page, Tab } from '@/ui/page.tsx';
import { StepLinks } from '@/ui/step-links.tsx';

const TITLE = 'Cours modifiés';
const LEAD = 'Annuler, déplacer ou faire remplacer un cours. Les familles et les professeurs le voient aussitôt.';
const WHO_MAY_CHANGE = 'Les cours du jour et leurs changements. Pour modifier un cours, adressez-vous à un CPE ou au chef d’établissement.';

const LessonChangesPage = async ({ searchParams }: { readonly searchParams: Search }) => {
  const visit = await openVisit();
  const search = await searchParams;
  const now = today();
  const asked = textOf(search['jour']);
  const date = isDate(asked) ? asked : now;
  const classId = ClassId.safeParse(textOf(search['classe'])).data;
  const teacherId = classId === undefined ? PersonId.safeParse(textOf(search['prof'])).data : undefined;
  const lessonId = LessonId.safeParse(textOf(search['cours'])).data;
  const path = { schoolId: schoolOf(visit).schoolId };
  const whose = { ...(classId === undefined ? {} : { classId }), ...(teacherId === undefined ? {} : { teacherId }) };
  const isSearch = classId !== undefined || teacherId !== undefined;
  const [changed, classes, colleagues, found] = await Promise.all([
    load(timetableOperations.listChanges, { path, query: { from: date, until: date } }),
    load(directoryOperations.listClasses, { path }),
    load(timetableOperations.listColleagues, { path }),
    isSearch ? load(timetableOperations.readDay, { path: { date }, query: whose }) : undefined,
  ]);
  for (const answer of [changed, classes, colleagues, found]) {
    if (answer?.ok === false) return <RefusedPage visit={visit} refusal={answer.refusal} current="rolls" />;
  }
  if (!changed.ok || !classes.ok || !colleagues.ok) return null;

  const addressOf = (words: Record<string, string> = {}): string =>
    `/vie-scolaire/cours?${new URLSearchParams({
      jour: date,
      ...(classId === undefined ? {} : { classe: classId }),
      ...(teacherId === undefined ? {} : { prof: teacherId }),
      ...words,
    }).toString()}`;
  const changes = changed.output.changes.map((one) => one.lesson);
  const day = found?.ok === true ? [...found.output.lessons, ...found.output.movedAway] : [];
  const hourOn = (one: LessonView): string => (one.date === date ? one.start : (one.change?.previous.start ?? one.start));
  const lessons = [...new Map(day.map((one) => [one.lessonId, one])).values()].toSorted((a, b) => hourOn(a).localeCompare(hourOn(b)));
  const lesson = [...lessons, ...changes].find((one) => one.lessonId === lessonId);
  const teachers = colleagues.output.colleagues.map((one) => ({ value: one.personId, label: `${one.firstName} ${one.lastName}` }));
  const { mayChange } = changed.output;
  const hrefOf = (one: LessonView): string => `${addressOf({ cours: one.lessonId })}#cours`;
  const warnings = allOf(search['attention']).flatMap((word) => (word === 'professeur' || word === 'classe' ? [CLASH_WORDS[word]] : []));
  return (
    <Shell visit={visit} current="rolls">
      <Tab title={`${TITLE} · ${longDate(date)}`} />
      <Page title={TITLE} wide lead={mayChange ? LEAD : WHO_MAY_CHANGE}>
        <Outcome search={search} said={CHANGES_DONE} />
        {warnings.map((warning) => (
          <Notice key={warning} tone="warning" live="status">
            {warning}
          </Notice>
        ))}
        <StepLinks
          label="Jour"
          title={capital(relativeDate(date, now))}
          before={{ href: addressOf({ jour: shiftDate(date, -1) }), label: 'Jour précédent' }}
          after={{ href: addressOf({ jour: shiftDate(date, 1) }), label: 'Jour suivant' }}
        />
        <FindForm
          date={date}
          classId={classId}
          teacherId={teacherId}
          classes={classes.output.classes.map((one) => ({ value: one.classId, label: one.name }))}
          teachers={teachers}
        />
        {lesson === undefined ? null : (
          <Section id="cours" title={`${audienceOf(lesson)} · ${lesson.subject}`}>
            <Card className="flex flex-col gap-4 p-4 sm:p-6">
              <div>
                <p className="text-lg">{`${capital(longDate(lesson.date))}, ${interval(lesson.start, lesson.end)}`}</p>
                <p className="text-soft">{[...lesson.teachers, ...(lesson.room === undefined ? [] : [lesson.room])].join(' · ')}</p>
                <ChangeNote lesson={lesson} language="fr" />
              </div>
              {mayChange ? (
                <ChangeForms lesson={lesson} teachers={teachers} returnTo={addressOf()} requestId={crypto.randomUUID().slice(0, 18)} />
              ) : (
                <Notice tone="info">Un CPE ou le chef d’établissement peut modifier ce cours.</Notice>
              )}
            </Card>
          </Section>
        )}
        {isSearch ? (
          <Section id="trouves" title="Cours de ce jour">
            {lessons.length === 0 ? (
              <Empty>Aucun cours ce jour-là. Choisissez un autre jour, une autre classe ou un autre professeur.</Empty>
            ) : (
              <LessonChoice lessons={lessons} day={date} hrefOf={hrefOf} mayChange={mayChange} />
            )}
          </Section>
        ) : null}
        <Section id="modifies" title={`Modifiés ce jour-là (${changes.length})`}>
          {changes.length === 0 ? (
            <Empty>
              {mayChange ? 'Aucun cours modifié. Choisissez une classe ou un professeur pour en modifier un.' : 'Aucun cours modifié.'}
            </Empty>
          ) : (
            <LessonChoice
              lessons={changes}
              hrefOf={hrefOf}
              day={date}
              byName={new Map(changed.output.changes.map((one) => [one.lesson.lessonId, one.byName]))}
              mayChange={mayChange}
            />
          )}
        </Section>
        <p>
          <Anchor href="/vie-scolaire">Appels du jour</Anchor>
        </p>
      </Page>
    </Shell>
  );
};

export default LessonChangesPage;
