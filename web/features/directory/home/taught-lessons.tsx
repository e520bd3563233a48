import type { TaughtLesson } from '@preau/shared/directory/views.ts';
import { interval } from '@/lib/dates.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Card, Empty, Section } from '@/ui/card.tsx';
import { Icon } from '@/ui/icon.tsx';
import { Status } from '@/ui/status.tsx';
import { ChangeNote } from '@/features/timetable/change-note.tsx';
import { detailOf } from './lesson-rows.tsx';

const RegisterState = ({ lesson }: { readonly lesson: TaughtLesson }) => {
  if (lesson.registerTaken)
    return (
      <Status tone="leaf" icon="check">
        Appel fait
      </Status>
    );
  if (lesson.phase === 'over')
    return (
      <Status tone="brick" icon="warning">
        Appel non fait
      </Status>
    );
  return lesson.phase === 'open' ? (
    <Status tone="amber" icon="clock">
      Appel à faire
    </Status>
  ) : (
    <Status tone="plain" icon="clock">
      À venir
    </Status>
  );
};

const Named = ({ lesson }: { readonly lesson: TaughtLesson }) => (
  <span className="sr-only">{` : ${lesson.subject}, ${lesson.audience.join(', ')}, ${interval(lesson.start, lesson.end)}`}</span>
);

/** The lesson of the moment: one big button, the roll is called from it in half a minute. */
const Now = ({ lesson, date, manySchools }: { readonly lesson: TaughtLesson; readonly date: string; readonly manySchools: boolean }) => (
  <Card className="flex flex-col gap-4 p-5 sm:flex-row sm:items-center sm:p-6">
    <div className="flex-1">
      <p className="flex items-center gap-2 font-semibold text-primary">
        <Icon name="clock" />
        {interval(lesson.start, lesson.end)}
      </p>
      <p className="mt-1 text-2xl leading-tight font-bold">{`${lesson.audience.join(', ')} · ${lesson.subject}`}</p>
      <p className="mt-1 text-soft">
        {[detailOf({ ...lesson, teachers: [] }, 'salle'), ...(manySchools ? [lesson.schoolName] : [])]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      <ChangeNote lesson={{ ...lesson, date }} language="fr" />
      <p className="mt-3">
        <RegisterState lesson={lesson} />
      </p>
    </div>
    <Anchor href={`/appel/${lesson.lessonId}`} className={`btn min-h-16 px-7 text-xl ${lesson.registerTaken ? 'btn-quiet' : 'btn-chalk'}`}>
      <Icon name="roll" className="size-7" />
      {lesson.registerTaken ? 'Revoir l’appel' : 'Faire l’appel'}
      <Named lesson={lesson} />
    </Anchor>
  </Card>
);

interface TaughtLessonsProps {
  readonly lessons: readonly TaughtLesson[];
  readonly date: string;
  readonly manySchools: boolean;
}

/** Today's lessons of a teacher, the open ones first and large. */
export const TaughtLessons = ({ lessons, date, manySchools }: TaughtLessonsProps) => {
  const open = lessons.filter((lesson) => lesson.phase === 'open' && lesson.callsRoll);
  return (
    <>
      {open.map((lesson) => (
        <Now key={lesson.lessonId} lesson={lesson} date={date} manySchools={manySchools} />
      ))}
      {open.length === 0 ? <Card className="p-5 text-lg">Pas de cours en ce moment.</Card> : null}
      <Section id="journee" title="Ma journée">
        {lessons.length === 0 ? (
          <Empty>Aucun cours aujourd’hui.</Empty>
        ) : (
          <ol className="card flex flex-col divide-y divide-line px-4 sm:px-5">
            {lessons.map((lesson) => (
              <li
                key={lesson.movedTo === undefined ? lesson.lessonId : `${lesson.lessonId}-left`}
                className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3.5"
              >
                <span className="w-full text-soft tabular-nums sm:w-44">{interval(lesson.start, lesson.end)}</span>
                <span className="flex min-w-40 flex-1 flex-col">
                  <span className="font-semibold">{`${lesson.audience.join(', ')} · ${lesson.subject}`}</span>
                  <span className="text-[0.9375rem] text-soft">
                    {[detailOf({ ...lesson, teachers: [] }, 'salle'), ...(manySchools ? [lesson.schoolName] : [])]
                      .filter((part) => part !== '')
                      .join(' · ')}
                  </span>
                  <ChangeNote lesson={{ ...lesson, date }} language="fr" />
                </span>
                {lesson.movedTo === undefined ? (
                  <Anchor href={`/cahier/${lesson.lessonId}`} className="btn btn-quiet">
                    Cahier
                    <Named lesson={lesson} />
                  </Anchor>
                ) : null}
                {lesson.callsRoll ? (
                  <>
                    <RegisterState lesson={lesson} />
                    <Anchor href={`/appel/${lesson.lessonId}`} className="btn btn-quiet">
                      {lesson.registerTaken || lesson.phase !== 'open' ? 'Voir l’appel' : 'Faire l’appel'}
                      <Named lesson={lesson} />
                    </Anchor>
                  </>
                ) : null}
              </li>
            ))}
          </ol>
        )}
      </Section>
    </>
  );
};
