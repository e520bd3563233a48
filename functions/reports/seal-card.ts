import { createHash } from 'node:crypto';
import { releaseInstant } from '@preau/shared/kernel/publication.ts';
import type { SchoolSettings } from '@preau/shared/directory/schema.ts';
import type { Batch } from '@preau/shared/reports/batch.ts';
import type { Card } from '@preau/shared/reports/schema.ts';
import { codeOf, type SealedCard, type VerificationCode } from '@preau/shared/reports/sealed.ts';
import { initialsOf, inForce, withVersion, type CardVersion, type PeriodCards, type Verification } from '@preau/shared/reports/versions.ts';
import type { SealingServices } from './services.ts';

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

/** The same batch gives a pupil the same code, however often it is run. */
const codeIn = (batch: Batch, { pupil }: Card): VerificationCode =>
  codeOf(createHash('sha256').update(batch.secret).update(pupil.pupilId).update(batch.period).digest());

const hashOf = (card: Card): string => sha256(JSON.stringify(card)).toString('hex');

const versionOf = (sealed: SealedCard, batch: Batch, visibleFrom: string): CardVersion => {
  const { card, version, code, sealedAt } = sealed;
  return {
    version,
    code,
    hash: hashOf(card),
    batchId: batch.batchId,
    model: card.model,
    periodLabel: card.period.label,
    schoolId: card.school.schoolId,
    schoolName: card.school.name,
    classId: card.class.classId,
    className: card.class.name,
    sealedAt,
    sealedBy: batch.byName,
    visibleFrom,
    paperKey: `cards/${batch.batchId}/${card.pupil.pupilId}`,
    ...(card.generalAverage === undefined ? {} : { generalAverage: card.generalAverage }),
  };
};

/** What the public page says of a version. */
export const verificationOf = (
  version: CardVersion,
  year: number,
  pupil: { readonly firstName: string; readonly lastName: string },
): Verification => ({
  code: version.code,
  valid: version.revoked === undefined,
  model: version.model,
  schoolName: version.schoolName,
  periodLabel: version.periodLabel,
  year,
  sealedAt: version.sealedAt,
  initials: initialsOf(pupil),
  ...(version.revoked === undefined ? {} : { revokedAt: version.revoked.at }),
});

type Outcome = 'sealed' | 'unchanged';

const isOf = (batch: Batch, cards: PeriodCards | undefined): boolean =>
  cards?.versions.some(({ batchId }) => batchId === batch.batchId) ?? false;

/** Somebody sealed or revoked in between: what he left is read again, and decided upon. */
const ATTEMPTS = 3;

/**
 * Seals one pupil's card, its paper first, so that a version always has one. A card that this batch has sealed already, or whose content is the very
 * one in force, is left as it is: running a batch again only does what is missing.
 */
export const sealCard = async (
  card: Card,
  batch: Batch,
  settings: Pick<SchoolSettings, 'publication' | 'zone' | 'spreadMinutes'>,
  services: Pick<SealingServices, 'store' | 'papers' | 'toPaper'>,
): Promise<Outcome> => {
  const { store, papers, toPaper } = services;
  const { pupilId, firstName, lastName } = card.pupil;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = await store.findCards(pupilId, batch.period);
    if (isOf(batch, before)) return 'sealed';
    if (before !== undefined && inForce(before)?.hash === hashOf(card)) return 'unchanged';

    const sealed: SealedCard = { card, version: (before?.versions.length ?? 0) + 1, code: codeIn(batch, card), sealedAt: batch.at };
    const visibleFrom = releaseInstant(pupilId, batch.at, settings.publication, settings.zone, settings.spreadMinutes);
    const added = versionOf(sealed, batch, visibleFrom);
    await papers.put(added.paperKey, toPaper(sealed));

    const versions = withVersion(before, added);
    const replaced = before === undefined ? undefined : versions.find(({ version }) => version === inForce(before)?.version);
    const after: PeriodCards = {
      pupilId,
      firstName,
      lastName,
      period: batch.period,
      versions: [...versions],
      revision: (before?.revision ?? 0) + 1,
    };
    const text = { pupilId, period: batch.period, version: added.version, text: JSON.stringify(sealed) };
    const codes = [added, replaced].flatMap((one) => (one === undefined ? [] : [verificationOf(one, card.year, card.pupil)]));
    if (await store.addVersion(after, text, codes)) return 'sealed';
  }
  throw new Error('A card was changed again and again while it was sealed');
};
