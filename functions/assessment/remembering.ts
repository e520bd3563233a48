import type { AssessmentServices } from './services.ts';

type Timetable = AssessmentServices['timetable'];

const BELIEVED_MS = 30_000;
/** More classes than an environment meets in that time. */
const CLASSES = 100;

/** What the timetable says of a class is believed for half a minute: a grid asks for it at each save, and it takes a query a weekday. */
export const remembering = (timetable: Timetable, clock: () => number): Timetable => {
  const known = new Map<string, { readonly until: number; readonly taught: ReturnType<Timetable['listServicesOfClass']> }>();
  return {
    ...timetable,
    listServicesOfClass: (classId, today) => {
      const key = `${classId} ${today}`;
      const found = known.get(key);
      if (found !== undefined && clock() < found.until) return found.taught;
      if (known.size >= CLASSES) known.clear();
      const taught = timetable.listServicesOfClass(classId, today);
      known.set(key, { until: clock() + BELIEVED_MS, taught });
      // What could not be read is asked again.
      taught.catch(() => known.delete(key));
      return taught;
    },
  };
};
