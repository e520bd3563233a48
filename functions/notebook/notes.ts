import type { Actor } from '@preau/shared/directory/schema.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { notebookOperations } from '@preau/shared/notebook/api.ts';
import { mayKeepNotes } from '@preau/shared/notebook/policy.ts';
import type { PrivateNotes, RecordKey } from '@preau/shared/notebook/schema.ts';
import { bind } from '../runtime/bind.ts';
import { findPlace } from './place.ts';
import type { NotebookServices } from './services.ts';

const findOwn = async (recordId: RecordKey, actor: Actor, services: NotebookServices) => {
  const [found, notes] = await Promise.all([findPlace(recordId, services), services.store.findNotes(actor.personId, recordId)]);
  return found === undefined ? undefined : { ...found, notes };
};

const viewNotes = ({ authorId: _authorId, ...notes }: PrivateNotes) => notes;

export const readNotes = bind<NotebookServices>()(notebookOperations.readNotes, {
  subjectFor: ({ actor, input, services }) => findOwn(input.path.recordId, actor, services),
  may: mayKeepNotes,
  run: async ({ subject: { notes } }) => (notes === undefined ? {} : { notes: viewNotes(notes) }),
});

/** Keeps the author's own notes; two windows of one person do not write over each other unseen. */
export const writeNotes = bind<NotebookServices>()(notebookOperations.writeNotes, {
  subjectFor: ({ actor, input, services }) => findOwn(input.path.recordId, actor, services),
  may: mayKeepNotes,
  async run({ actor, subject: { notes, recordId, place }, input: { body }, services, now }) {
    if (notes !== undefined && JSON.stringify(notes.text) === JSON.stringify(body.text)) return viewNotes(notes);
    if ((notes?.revision ?? 0) !== body.revision)
      return refuse('notebook.changed-meanwhile', notes === undefined ? {} : { current: viewNotes(notes) });
    const { schoolId, date } = place;
    const written: PrivateNotes = {
      authorId: actor.personId,
      recordId,
      schoolId,
      date,
      text: body.text,
      revision: body.revision + 1,
      writtenAt: now,
    };
    if (await services.store.putNotes(written, notes)) return viewNotes(written);
    const current = await services.store.findNotes(actor.personId, recordId);
    return refuse('notebook.changed-meanwhile', current === undefined ? {} : { current: viewNotes(current) });
  },
});
