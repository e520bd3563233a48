import { directoryOperations } from '@preau/shared/directory/api.ts';
import { homeworkOperations } from '@preau/shared/homework/api.ts';
import { ClassId } from '@preau/shared/kernel/ids.ts';
import { PickList } from '@/features/directory/pick-list.tsx';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { schoolOf } from '@/features/identity/shell/visit.ts';
import type { Visit } from '@/features/identity/shell/visitor.ts';
import { textOf, type Search } from '@/lib/search.ts';
import { load } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Page, Tab } from '@/ui/page.tsx';
import { GivenList } from './given-list.tsx';
import { loadWords } from './load-words.ts';

interface ClassWorkProps {
  readonly visit: Visit;
  readonly search: Awaited<Search>;
}

const ChooseClass = async ({ visit }: Pick<ClassWorkProps, 'visit'>) => {
  const answer = await load(directoryOperations.listClasses, { path: { schoolId: schoolOf(visit).schoolId } });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} current="homework" />;
  return (
    <Shell visit={visit} current="homework">
      <Tab title="Devoirs des classes" />
      <Page title="Devoirs des classes" lead="Choisissez une classe.">
        <PickList
          items={answer.output.classes.map((one) => ({ key: one.classId, href: `/devoirs?classe=${one.classId}`, label: one.name }))}
          empty="Aucune classe dans cet établissement."
        />
      </Page>
    </Shell>
  );
};

/** The work of a class over all its teachers, with what each day weighs. */
export const ClassWork = async ({ visit, search }: ClassWorkProps) => {
  const classId = ClassId.safeParse(textOf(search['classe'])).data;
  if (classId === undefined) return <ChooseClass visit={visit} />;
  const answer = await load(homeworkOperations.listOfClass, { path: { schoolId: schoolOf(visit).schoolId, classId }, query: {} });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} current="homework" />;
  const { rows, today, className, loads, limitMinutes } = answer.output;
  const loadOf = (date: string) => loads.find((load) => load.date === date);
  return (
    <Shell visit={visit} current="homework">
      <Tab title={`Devoirs · ${className}`} />
      <Page title={`Devoirs de la classe ${className}`}>
        <GivenList
          rows={rows}
          today={today}
          empty="Aucun travail donné à cette classe pour les deux semaines à venir."
          aside={(date) => <span className="text-soft">{loadWords(loadOf(date), limitMinutes)}</span>}
        />
        <p className="flex flex-wrap gap-x-6 gap-y-2">
          <Anchor href={`/cahier?classe=${classId}`}>Cahier de textes de la classe</Anchor>
          <Anchor href="/devoirs">{visit.role === 'teacher' ? 'Revenir à mes devoirs' : 'Choisir une autre classe'}</Anchor>
        </p>
      </Page>
    </Shell>
  );
};
