import type { Home } from '@preau/shared/directory/views.ts';
import type { Language } from '@preau/shared/directory/schema.ts';
import { capital, longDate, relativeDate } from '@/lib/dates.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Card, Empty, Section } from '@/ui/card.tsx';
import { Hero } from '@/ui/hero.tsx';
import { LessonList } from '@/ui/lesson-list.tsx';
import { objectionSentence } from '../objection/sentence.ts';
import { objectionTexts } from '../objection/texts.ts';
import { ChildChip } from './child-chip.tsx';
import { lessonRows } from './lesson-rows.tsx';
import { homeTexts } from './texts.ts';
import { ToDeal } from './to-deal.tsx';

type Of<R extends Home['role']> = Extract<Home, { readonly role: R }>;

interface HomeProps<R extends Home['role']> {
  readonly home: Of<R>;
  readonly language: Language;
}

/** A parent's home: what is to be dealt with first, then each child's day. */
export const GuardianHome = ({ home, language }: HomeProps<'guardian'>) => {
  const texts = homeTexts(language);
  const schools = new Map<string, string>(home.children.map(({ child }) => [child.pupilId, child.schoolName]));
  return (
    <Hero title={`${texts.hello} ${home.firstName}`} lead={capital(longDate(home.date, language))}>
      <ToDeal days={home.openDays} schoolOf={(pupilId) => schools.get(pupilId)} today={home.date} texts={texts} language={language} />
      <Section id="enfants" title={texts.todayOf}>
        {home.children.length === 0 ? <Empty>{texts.noChild}</Empty> : null}
        <ul className="grid items-start gap-4 md:grid-cols-2">
          {home.children.map(({ child, lessons }) => (
            <li key={`${child.pupilId}-${child.schoolId}`}>
              <Card className="flex flex-col gap-4 p-4 sm:p-5">
                <h3>
                  <ChildChip firstName={child.firstName} schoolName={child.schoolName} className={child.className} />
                </h3>
                {child.rights.informed ? (
                  <>
                    {lessons.length === 0 ? (
                      <p className="text-soft">{texts.noLesson}</p>
                    ) : (
                      <LessonList lessons={lessonRows(lessons, home.date, texts.room, language)} />
                    )}
                    <p className="flex flex-wrap gap-2">
                      <Anchor href={`/emploi-du-temps?enfant=${child.pupilId}`} className="btn btn-quiet">
                        {texts.timetable}
                        <span className="sr-only">{` : ${child.firstName}`}</span>
                      </Anchor>
                      <Anchor href="/devoirs" className="btn btn-quiet">
                        {texts.homework}
                        <span className="sr-only">{` : ${child.firstName}`}</span>
                      </Anchor>
                      <Anchor href={`/resultats?enfant=${child.pupilId}`} className="btn btn-quiet">
                        {texts.results}
                        <span className="sr-only">{` : ${child.firstName}`}</span>
                      </Anchor>
                      <Anchor href={`/absences?enfant=${child.pupilId}`} className="btn btn-quiet">
                        {texts.absences}
                        <span className="sr-only">{` : ${child.firstName}`}</span>
                      </Anchor>
                      <Anchor href="/bulletins" className="btn btn-quiet">
                        {texts.cards}
                        <span className="sr-only">{` : ${child.firstName}`}</span>
                      </Anchor>
                    </p>
                  </>
                ) : (
                  <p className="text-soft">{texts.notInformed}</p>
                )}
              </Card>
            </li>
          ))}
        </ul>
      </Section>
    </Hero>
  );
};

/** A pupil's home: the day, and for an adult pupil what he must deal with himself. */
export const PupilHome = ({ home, language }: HomeProps<'pupil'>) => {
  const texts = homeTexts(language);
  return (
    <Hero title={`${texts.hello} ${home.firstName}`} lead={capital(longDate(home.date, language))}>
      {home.openDays.length === 0 ? null : (
        <ToDeal days={home.openDays} schoolOf={() => home.self.schoolName} today={home.date} texts={texts} language={language} />
      )}
      <Card className="p-4 sm:p-6">
        <Section id="cours" title={texts.myDay}>
          {home.lessons.length === 0 ? (
            <p className="text-soft">{texts.noLesson}</p>
          ) : (
            <LessonList lessons={lessonRows(home.lessons, home.date, texts.room, language)} />
          )}
        </Section>
      </Card>
      {home.homework === undefined ? null : (
        <Card className="flex flex-wrap items-center gap-x-4 gap-y-2 p-4 sm:p-5">
          <p className="min-w-56 flex-1">
            <span className="block text-lg font-bold">
              {`${texts.homework} : ${relativeDate(home.homework.date, home.date, language)}`}
            </span>
            {texts.nextHomework(home.homework.done, home.homework.total)}
          </p>
          <Anchor href="/devoirs" className="btn btn-primary">
            {texts.seeHomework}
          </Anchor>
        </Card>
      )}
      {home.objection === undefined ? null : (
        <Card className="flex flex-wrap items-center gap-x-4 gap-y-2 p-4 sm:p-5">
          <p className="min-w-56 flex-1">{objectionSentence(home.objection, objectionTexts(language), language)}</p>
          <Anchor href="/preferences#opposition" className="btn btn-quiet">
            {objectionTexts(language).change}
            <span className="sr-only">{` : ${objectionTexts(language).title}`}</span>
          </Anchor>
        </Card>
      )}
    </Hero>
  );
};
