import { oneOf, type Search } from '@/lib/search.ts';
import { Notice } from './notice.tsx';

interface OutcomeProps<Word extends string> {
  readonly search: Awaited<Search>;
  readonly said: Readonly<Record<Word, string>>;
}

/** What has just been done, said once after the form that did it. */
export const Outcome = <Word extends string>({ search, said }: OutcomeProps<Word>) => {
  const words = Object.keys(said).filter((word): word is Word => word in said);
  const word = oneOf(search['ok'], words);
  return word === undefined ? null : (
    <Notice tone="done" live="status">
      {said[word]}
    </Notice>
  );
};
