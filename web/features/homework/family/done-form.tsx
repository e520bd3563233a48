import { Icon } from '@/ui/icon.tsx';
import { Status } from '@/ui/status.tsx';
import type { HomeworkTexts } from '../texts.ts';
import { markDone } from './actions.ts';

interface DoneFormProps {
  readonly homeworkId: string;
  /** What is marked, read after the button's own words. */
  readonly what: string;
  readonly done: boolean;
  readonly returnTo: string;
  readonly texts: HomeworkTexts;
}

/** The pupil's own mark, and the way back from it. */
export const DoneForm = ({ homeworkId, what, done, returnTo, texts }: DoneFormProps) => (
  <form action={markDone} className="flex flex-wrap items-center gap-3">
    <input type="hidden" name="homeworkId" value={homeworkId} />
    <input type="hidden" name="done" value={done ? 'non' : 'oui'} />
    <input type="hidden" name="returnTo" value={returnTo} />
    {done ? (
      <Status tone="leaf" icon="check">
        {texts.done}
      </Status>
    ) : null}
    <button type="submit" className="btn btn-quiet">
      {done ? null : <Icon name="check" />}
      {done ? texts.undo : texts.markDone}
      <span className="sr-only">{` : ${what}`}</span>
    </button>
  </form>
);

/** The same as whoever helps the pupil reads it. */
export const DoneState = ({ done, texts }: Pick<DoneFormProps, 'done' | 'texts'>) => (
  <Status tone={done ? 'leaf' : 'plain'} icon={done ? 'check' : 'clock'}>
    {done ? texts.done : texts.notDone}
  </Status>
);
