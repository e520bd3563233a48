import { handInOperations } from '@preau/shared/homework/hand-in-api.ts';
import { mayFollowHandIns } from '@preau/shared/homework/hand-in-policy.ts';
import type { HandIn } from '@preau/shared/homework/hand-in-schema.ts';
import type { PersonId } from '@preau/shared/kernel/ids.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { bind } from '../runtime/bind.ts';
import { listedName } from './audiences.ts';
import { listConcerned } from './hand-ins.ts';
import type { HomeworkServices } from './services.ts';

const nameOf = (handIn: HandIn, names: ReadonlyMap<PersonId, string>): string =>
  handIn.members.map((pupilId) => names.get(pupilId) ?? 'Ancien élève').join(', ');

/** Everything that was handed in, each file under the name of its pupil; one archive, or links when it would be too heavy. */
export const downloadHandIns = bind<HomeworkServices>()(handInOperations.downloadHandIns, {
  subject: ({ input, services }) => services.store.find(input.path.homeworkId),
  may: mayFollowHandIns,
  async run({ subject: work, services }) {
    const { homeworkId } = work;
    const [{ rows }, concerned] = await Promise.all([services.handIns.listHandIns(homeworkId), listConcerned(work, services)]);
    const names = new Map(concerned.map((pupil) => [pupil.pupilId, listedName(pupil)] as const));
    const handIns = rows.filter((row): row is HandIn => !('with' in row));
    const files = handIns.flatMap((handIn) =>
      handIn.files.map(({ fileId, name }) => ({ fileId, name: `${nameOf(handIn, names)} - ${name}` })),
    );
    const texts = await Promise.all(
      handIns
        .filter(({ hasText }) => hasText)
        .map(async (handIn) => ({
          name: `${nameOf(handIn, names)} - texte.txt`,
          text: (await services.handIns.findWork(homeworkId, handIn.pupilId, handIn.requestId))?.text ?? '',
        })),
    );
    if (files.length + texts.length === 0) return refuse('homework.nothing-to-download');
    const archive = await services.files.archiveLink([...files, ...texts], `${work.subject} ${work.to} ${work.dueOn}.zip`);
    if (archive !== 'too-large') return { as: 'archive' as const, ...archive };
    const links = await Promise.all(
      files.map(async ({ fileId, name }) => ({ name, location: await services.files.downloadLink(fileId, name) })),
    );
    const ready = links.flatMap(({ name, location }) => (location === undefined ? [] : [{ name, location }]));
    return { as: 'links' as const, links: ready, left: links.length - ready.length };
  },
});
