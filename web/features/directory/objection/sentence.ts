import type { Language } from '@preau/shared/directory/schema.ts';
import type { ObjectionView } from '@preau/shared/directory/views.ts';
import { longDate } from '@/lib/dates.ts';
import type { ObjectionTexts } from './texts.ts';

/** « … ne sont plus informés depuis le lundi 23 novembre. » */
export const objectionSentence = ({ active, since }: ObjectionView, texts: ObjectionTexts, language: Language): string => {
  if (!active) return texts.informed;
  return `${texts.notInformed}${since === undefined ? '' : ` ${texts.since} ${longDate(since, language)}`}.`;
};
