import { refuse } from '@preau/shared/kernel/refusal.ts';
import { reportsOperations } from '@preau/shared/reports/api.ts';
import { lsuOf } from '@preau/shared/reports/lsu.ts';
import { maySeal } from '@preau/shared/reports/policy.ts';
import { bind } from '../runtime/bind.ts';
import { gatherLsu } from './lsu-input.ts';
import type { ReportsServices } from './services.ts';

/** The national file of a period, for one download; never one that the national service would refuse. */
export const downloadLsu = bind<ReportsServices>()(reportsOperations.downloadLsu, {
  subject: ({ input, services }) => services.directory.findSchool(input.path.schoolId),
  may: maySeal,
  async run({ subject: school, input: { query }, services }) {
    const { xml } = lsuOf((await gatherLsu(school, query.period, services)).input);
    if (xml === undefined) return refuse('reports.lsu-stopped');
    return { location: await services.papers.linkOnce(Buffer.from(xml), `LSU ${school.uai} ${query.period}.xml`, 'application/xml') };
  },
});
