import type { Language } from '@preau/shared/directory/schema.ts';
import type { ObjectionView } from '@preau/shared/directory/views.ts';
import { ActionForm } from '@/ui/action-form.tsx';
import { Section } from '@/ui/card.tsx';
import { Notice } from '@/ui/notice.tsx';
import { chooseObjection } from './actions.ts';
import { objectionSentence } from './sentence.ts';
import { objectionTexts } from './texts.ts';

interface OwnObjectionProps {
  readonly pupilId: string;
  readonly objection: ObjectionView;
  readonly language: Language;
}

/** The adult pupil's switch: where it stands, then the other way, in two taps. */
export const OwnObjection = ({ pupilId, objection, language }: OwnObjectionProps) => {
  const texts = objectionTexts(language);
  const { active } = objection;
  return (
    <Section id="opposition" title={texts.title}>
      <div className="card flex max-w-xl flex-col gap-4 p-5 sm:p-6">
        <p>{texts.law}</p>
        <Notice tone={active ? 'warning' : 'info'}>{objectionSentence(objection, texts, language)}</Notice>
        <ActionForm
          id="opposition-choix"
          action={chooseObjection}
          faultTitle={texts.fault}
          opener={active ? texts.lift : texts.object}
          className="flex flex-col gap-4"
        >
          <input type="hidden" name="pupilId" value={pupilId} />
          <p>{active ? texts.liftDetail : texts.objectDetail}</p>
          <button type="submit" name="active" value={active ? 'non' : 'oui'} className="btn btn-primary self-start">
            {active ? texts.confirmLift : texts.confirmObject}
          </button>
        </ActionForm>
      </div>
    </Section>
  );
};
