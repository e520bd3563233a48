const BELIEVED_MS = 30_000;
/** More answers than an environment meets in that time. */
const ANSWERS = 100;

/** A read that is believed for half a minute: for what changes a few times a year and is asked for at each request, never for what a write rests upon. */
export const believing = <A extends readonly (string | number)[], T>(
  read: (...asked: A) => Promise<T>,
  clock: () => number,
): ((...asked: A) => Promise<T>) => {
  const known = new Map<string, { readonly until: number; readonly answer: Promise<T> }>();
  return (...asked) => {
    const key = asked.join(' ');
    const found = known.get(key);
    if (found !== undefined && clock() < found.until) return found.answer;
    if (known.size >= ANSWERS) known.clear();
    const answer = read(...asked);
    known.set(key, { until: clock() + BELIEVED_MS, answer });
    // What could not be read is asked again.
    answer.catch(() => known.delete(key));
    return answer;
  };
};
