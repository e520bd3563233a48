import { happened, type Envelope } from '@preau/shared/kernel/event.ts';
import type { PersonId } from '@preau/shared/kernel/ids.ts';
import type { ClassProgress, ClassToSeal } from '@preau/shared/reports/batch.ts';
import { ClassSealed } from '@preau/shared/reports/events.ts';
import { sealCard } from './seal-card.ts';
import type { SealingServices } from './services.ts';

/** Cards whose writes are under way together; their papers are made one at a time in between. */
const AT_ONCE = 8;

/** Seals the cards of one class of a batch, telling how far it has come; run again, after a crash too, it does what is left. */
export const sealClass =
  (services: SealingServices) =>
  async ({ schoolId, classId, period, batchId }: ClassToSeal): Promise<void> => {
    const { store, source, directory, now } = services;
    const batch = await store.findBatch(schoolId, period, batchId);
    if (batch === undefined) throw new Error('No such batch');
    const [cards, settings] = await Promise.all([source.cardsOfClass(schoolId, classId, period), directory.findSchoolSettings(schoolId)]);

    const progress = { schoolId, classId, period, batchId };
    if (cards === undefined || cards.length === 0) {
      return store.putProgress({ ...progress, state: 'notReady', at: now(), total: 0, sealed: 0, unchanged: 0 });
    }

    const sealed: PersonId[] = [];
    let unchanged = 0;
    const tell = (state: ClassProgress['state'], outbox: readonly Envelope[] = []): Promise<void> =>
      store.putProgress({ ...progress, state, at: now(), total: cards.length, sealed: sealed.length, unchanged }, outbox);
    await tell('running');
    for (let at = 0; at < cards.length; at += AT_ONCE) {
      const some = cards.slice(at, at + AT_ONCE);
      const outcomes = await Promise.all(some.map((card) => sealCard(card, batch, settings, services)));
      sealed.push(...some.flatMap(({ pupil }, index) => (outcomes[index] === 'sealed' ? [pupil.pupilId] : [])));
      unchanged += outcomes.filter((outcome) => outcome === 'unchanged').length;
      if (at + AT_ONCE < cards.length) await tell('running');
    }
    const data = { ...progress, pupilIds: sealed };
    await tell('done', [happened(ClassSealed, { id: `${ClassSealed.type}:${batchId}:${classId}`, at: now(), schoolId, data })]);
  };
