import { refuse } from '@preau/shared/kernel/refusal.ts';
import { reportsOperations } from '@preau/shared/reports/api.ts';
import { mayReadClassCards } from '@preau/shared/reports/policy.ts';
import { inForce } from '@preau/shared/reports/versions.ts';
import { bind } from '../runtime/bind.ts';
import { writeZip } from '../runtime/write-zip.ts';
import { findClass } from './list-class-cards.ts';
import { paperName } from './read-paper.ts';
import type { ReportsServices } from './services.ts';

const AT_ONCE = 8;

/** Every paper in force of a class in one archive, made for this download. */
export const downloadClassCards = bind<ReportsServices>()(reportsOperations.downloadClassCards, {
  subject: ({ input, services }) => findClass(input.path, services),
  may: mayReadClassCards,
  async run({ subject, input: { query }, services }) {
    const { cards } = await services.store.listOfClass(subject.classId, query.period);
    const wanted = cards.flatMap((one) => {
      const version = inForce(one);
      return version === undefined ? [] : [{ name: paperName(one, version), key: version.paperKey }];
    });
    const found: { readonly name: string; readonly bytes: Uint8Array }[] = [];
    for (let at = 0; at < wanted.length; at += AT_ONCE) {
      const read = await Promise.all(
        wanted.slice(at, at + AT_ONCE).map(async ({ name, key }) => ({ name, bytes: await services.papers.read(key) })),
      );
      found.push(...read.flatMap(({ name, bytes }) => (bytes === undefined ? [] : [{ name, bytes }])));
    }
    if (found.length === 0) return refuse('reports.nothing-sealed');
    const location = await services.papers.linkOnce(writeZip(found), `Bulletins ${subject.name} ${query.period}.zip`, 'application/zip');
    return { location };
  },
});
