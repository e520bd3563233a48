/** What the kernel below takes on the reference machine, two shared cores, Node 24. */
const REFERENCE_MICROSECONDS = 41;

const DOCUMENT = JSON.stringify({
  pupils: Array.from({ length: 30 }, (_, index) => ({
    pupilId: `per_${index}aaaaaaaaaaaaaaaa`,
    firstName: `Prénom ${index}`,
    lastName: `Nom ${index}`,
    groups: ['grp_1', 'grp_2'],
    marks: { absent: index % 7 === 0, minutesLate: index },
  })),
});

const walk = (value: unknown): number => {
  if (typeof value !== 'object' || value === null) return String(value).length;
  return Object.values(value).reduce<number>((sum, part) => sum + walk(part), 0);
};

const kernel = (): number => {
  const parsed: unknown = JSON.parse(DOCUMENT);
  return walk(parsed) + JSON.stringify(parsed).length;
};

const microsecondsPerRun = (runs: number): number => {
  const startedAt = process.hrtime.bigint();
  for (let run = 0; run < runs; run += 1) kernel();
  return Number(process.hrtime.bigint() - startedAt) / 1000 / runs;
};

/** How slow this machine is now, against the reference: a fixed JSON parse, walk and stringify, best of thirty. */
export const calibrate = (): number => {
  microsecondsPerRun(2000);
  return Math.min(...Array.from({ length: 30 }, () => microsecondsPerRun(500))) / REFERENCE_MICROSECONDS;
};
