import type { Language } from '@preau/shared/directory/schema.ts';
import { filesErrors } from '@preau/shared/files/errors.ts';
import { handInOperations } from '@preau/shared/homework/hand-in-api.ts';
import { HAND_IN_FILES_MAX } from '@preau/shared/homework/hand-in-schema.ts';
import type { HomeworkId, PersonId } from '@preau/shared/kernel/ids.ts';
import { joinedFrom } from '@/features/files/joined.ts';
import { moment } from '@/lib/dates.ts';
import { textOf, type Search } from '@/lib/search.ts';
import { load } from '@/lib/session.ts';
import { Section } from '@/ui/card.tsx';
import { Notice } from '@/ui/notice.tsx';
import { HandInForm } from './hand-in-form.tsx';
import { HandInReceipt } from './receipt.tsx';
import { Returned } from './returned.tsx';
import { handInTexts } from './texts.ts';

interface HandInSectionProps {
  readonly homeworkId: HomeworkId;
  readonly pupil: { readonly pupilId: PersonId; readonly firstName: string };
  /** True for the pupil himself. */
  readonly isOwn: boolean;
  readonly language: Language;
  readonly search: Awaited<Search>;
}

/** Where one pupil is with work to hand in: its terms, what he handed in, what came back, and the form while it may be sent. */
export const HandInSection = async ({ homeworkId, pupil, isOwn, language, search }: HandInSectionProps) => {
  const answer = await load(handInOperations.readHandIn, { path: { homeworkId, pupilId: pupil.pupilId } });
  if (!answer.ok) return null;
  const view = answer.output;
  const texts = handInTexts(language);
  const { terms, handIn } = view;
  const brought = view.mayHandIn ? await joinedFrom(search, HAND_IN_FILES_MAX) : [];
  const joined = brought.length > 0 ? brought : (handIn?.files ?? []);
  const refused = Object.entries(filesErrors).find(([code]) => code === textOf(search['erreur']))?.[1].message;
  return (
    <Section id={`remise-${pupil.pupilId}`} title={isOwn ? texts.title : texts.titleOf(pupil.firstName)}>
      <p>{`${texts.until(moment(terms.deadline, language))} ${terms.lateAllowed ? texts.lateTaken : texts.lateRefused}`}</p>
      {view.closedBecause === undefined ? null : <Notice tone="info">{view.closedBecause}</Notice>}
      <div className="card flex flex-col gap-5 p-4 sm:p-6">
        <HandInReceipt homeworkId={homeworkId} view={view} texts={texts} language={language} />
        <Returned homeworkId={homeworkId} view={view} texts={texts} language={language} />
      </div>
      {refused === undefined ? null : (
        <Notice tone="refused" live="alert">
          {refused}
        </Notice>
      )}
      {view.mayHandIn ? (
        <HandInForm homeworkId={homeworkId} view={view} joined={joined} requestId={crypto.randomUUID()} texts={texts} />
      ) : null}
    </Section>
  );
};
