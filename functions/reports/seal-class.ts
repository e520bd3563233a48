import type { ClassProgress, ClassToSeal } from '@preau/shared/reports/batch.ts';
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

    const tell = (state: ClassProgress['state'], counts: Pick<ClassProgress, 'total' | 'sealed' | 'unchanged'>): Promise<void> =>
      store.putProgress({ schoolId, classId, period, batchId, state, at: now(), ...counts });
    if (cards === undefined || cards.length === 0) return tell('notReady', { total: 0, sealed: 0, unchanged: 0 });

    let [sealed, unchanged] = [0, 0];
    await tell('running', { total: cards.length, sealed, unchanged });
    for (let at = 0; at < cards.length; at += AT_ONCE) {
      const outcomes = await Promise.all(cards.slice(at, at + AT_ONCE).map((card) => sealCard(card, batch, settings, services)));
      sealed += outcomes.filter((outcome) => outcome === 'sealed').length;
      unchanged += outcomes.filter((outcome) => outcome === 'unchanged').length;
      await tell(at + AT_ONCE < cards.length ? 'running' : 'done', { total: cards.length, sealed, unchanged });
    }
  };
