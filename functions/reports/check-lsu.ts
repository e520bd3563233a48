import { reportsOperations } from '@preau/shared/reports/api.ts';
import { disciplineOf, subjectKey } from '@preau/shared/reports/lsu-input.ts';
import { FIRST_FAULTS } from '@preau/shared/reports/lsu-api.ts';
import type { Finding } from '@preau/shared/reports/lsu-check.ts';
import { lsuOf } from '@preau/shared/reports/lsu.ts';
import { maySeal } from '@preau/shared/reports/policy.ts';
import { bind } from '../runtime/bind.ts';
import { gatherLsu } from './lsu-input.ts';
import type { ReportsServices } from './services.ts';

const faultsOf = (findings: readonly Finding[]) => {
  const same = Map.groupBy(findings, ({ code, mender, menders }) => JSON.stringify([code, mender, menders]));
  return [...same.values()].flatMap((all) => {
    const [first] = all;
    if (first === undefined) return [];
    const { code, mender, menders, stops } = first;
    const messages = [...new Set(all.map(({ message }) => message))];
    return {
      code,
      mender,
      menders: [...menders],
      stops,
      count: messages.length,
      messages: messages.slice(0, FIRST_FAULTS),
    };
  });
};

/** What the national file waits for, and who must put it right. */
export const checkLsu = bind<ReportsServices>()(reportsOperations.checkLsu, {
  subject: ({ input, services }) => services.directory.findSchool(input.path.schoolId),
  may: maySeal,
  async run({ subject: school, input: { query }, services }) {
    const { input, taught } = await gatherLsu(school, query.period, services);
    const { findings, leftOut, xml } = lsuOf(input);
    const labels = new Map(input.cards.flatMap(({ subjects }) => subjects.map(({ label }) => [subjectKey(label), label] as const)));
    return {
      schoolName: school.name,
      period: query.period,
      cards: input.cards.length - leftOut.length,
      leftOut: leftOut.length,
      ready: xml !== undefined,
      faults: faultsOf(findings),
      disciplines: [...labels.values()]
        .toSorted((a, b) => a.localeCompare(b, 'fr'))
        .map((label) => {
          const found = disciplineOf(input, { label });
          return { label, election: found?.election ?? ('S' as const), ...(found === undefined ? {} : { code: found.code }) };
        }),
      subjects: [...taught],
    };
  },
});
