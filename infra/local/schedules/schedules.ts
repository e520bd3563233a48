import { Cron } from 'croner';
import { listIn, objectIn, textIn } from '../json.ts';
import type { Functions } from '../lambda/functions.ts';
import { functionNameOf } from '../lambda/function-spec.ts';
import type { Outcome } from '../lambda/sandbox.ts';
import type { LocalTemplate } from '../template/local-template.ts';
import { readSchedule } from './expression.ts';

export interface Schedule {
  readonly name: string;
  readonly expression: string;
  readonly timezone: string;
  readonly functionName: string;
  readonly input: string;
  readonly enabled: boolean;
}

export interface Schedules {
  readonly list: () => readonly (Schedule & { readonly lastRun: string | undefined })[];
  /** Runs a schedule's function now, for tests and the impatient; undefined when no schedule has that name. */
  readonly runNow: (name: string) => Promise<Outcome | undefined>;
  readonly close: () => void;
}

/** Every schedule of the template, EventBridge Scheduler's and Rules' alike. */
export const schedulesOf = (template: LocalTemplate): readonly Schedule[] => [
  ...template.ofType('AWS::Scheduler::Schedule').map(({ ref, properties }) => ({
    name: ref,
    expression: textIn(properties, 'ScheduleExpression') ?? '',
    timezone: textIn(properties, 'ScheduleExpressionTimezone') ?? 'UTC',
    functionName: functionNameOf(textIn(objectIn(properties, 'Target'), 'Arn') ?? ''),
    input: textIn(objectIn(properties, 'Target'), 'Input') ?? '{}',
    enabled: textIn(properties, 'State') !== 'DISABLED',
  })),
  ...template.ofType('AWS::Events::Rule').flatMap(({ ref, properties }) => {
    const expression = textIn(properties, 'ScheduleExpression');
    if (expression === undefined) throw new Error(`The rule ${ref} has no schedule: event patterns are not played`);
    return listIn(properties, 'Targets').map((target) => ({
      name: ref,
      expression,
      timezone: 'UTC',
      functionName: functionNameOf(textIn(target, 'Arn') ?? ''),
      input: textIn(target, 'Input') ?? '{}',
      enabled: textIn(properties, 'State') !== 'DISABLED',
    }));
  }),
];

const FAST_MS = 2_000;

const plan = (schedule: Schedule, fast: boolean, run: () => void): (() => void) => {
  const timing = readSchedule(schedule.expression);
  if (timing.kind === 'every') {
    const timer = setInterval(run, fast ? Math.min(FAST_MS, timing.ms) : timing.ms);
    timer.unref();
    return () => clearInterval(timer);
  }
  const job = new Cron(timing.kind === 'cron' ? timing.pattern : timing.at, { timezone: schedule.timezone, unref: true }, run);
  return () => job.stop();
};

/** Runs functions when their schedules say; a `fast` academy shortens rates to two seconds, so that tests do not wait. */
export const openSchedules = (schedules: readonly Schedule[], functions: Functions, fast: boolean): Schedules => {
  const lastRuns = new Map<string, string>();
  const run = (schedule: Schedule): Promise<Outcome> => {
    lastRuns.set(schedule.name, new Date().toISOString());
    return functions.invoke(schedule.functionName, schedule.input);
  };
  const stops = schedules
    .filter((schedule) => schedule.enabled)
    .map((schedule) => plan(schedule, fast, () => void run(schedule).catch(() => undefined)));
  return {
    list: () => schedules.map((schedule) => ({ ...schedule, lastRun: lastRuns.get(schedule.name) })),
    runNow: async (name) => {
      const schedule = schedules.find((candidate) => candidate.name === name || candidate.name.endsWith(name));
      return schedule === undefined ? undefined : run(schedule);
    },
    close: () => stops.forEach((stop) => stop()),
  };
};
