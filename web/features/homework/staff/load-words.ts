import type { DayLoad, GivingForecast } from '@preau/shared/homework/views.ts';
import { longDate, moment } from '@/lib/dates.ts';
import { durationWords } from './words.ts';

/** What a day already weighs, as a teacher reads it while he chooses: « déjà 45 min (2 travaux) ». */
export const loadWords = (load: DayLoad | undefined, limitMinutes: number): string => {
  if (load === undefined || load.works === 0) return 'rien d’autre ce jour-là';
  const works = `${load.works} ${load.works > 1 ? 'travaux' : 'travail'}`;
  const minutes = load.minutes === 0 ? 'durée non indiquée' : `déjà ${durationWords(load.minutes)}`;
  return load.minutes >= limitMinutes ? `${minutes} (${works}) : journée chargée` : `${minutes} (${works})`;
};

/** When the work would be seen, and what its day would then weigh. */
export const forecastWords = ({ dueOn, publishedAt, waits, load, limitMinutes, overLimit }: GivingForecast, minutes: number): string[] => {
  const seen =
    publishedAt === undefined
      ? 'Brouillon : les élèves ne le voient pas.'
      : waits
        ? `Sera publié ${moment(publishedAt)}.`
        : 'Sera publié tout de suite.';
  const total = load.minutes + minutes;
  const weight = `${longDate(dueOn)} : ${durationWords(total)} en tout pour cette classe, ${load.works} ${load.works > 1 ? 'autres travaux' : 'autre travail'}.`;
  const over = `C’est plus que le maximum conseillé par l’établissement (${durationWords(limitMinutes)}). Vous pouvez alléger ce travail ou choisir un autre jour.`;
  return [seen, `Le ${weight}`, ...(overLimit ? [over] : [])];
};
