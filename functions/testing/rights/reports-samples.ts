import { BatchId } from '@preau/shared/kernel/ids.ts';
import { aCard } from '@preau/shared/reports/cards.testing.ts';
import { DEFAULT_WINDOW } from '@preau/shared/kernel/publication.ts';
import { sealCard } from '../../reports/seal-card.ts';
import type { Asked } from '../play.ts';
import type { SmallAcademy } from '../small-academy-world.ts';
import { CLASS_HERE, NOW, person, SCHOOL_HERE } from '../small-academy.ts';

const PERIOD = '2026-T1';
const school = { path: { schoolId: SCHOOL_HERE }, query: { period: PERIOD } };
const ofClass = { path: { schoolId: SCHOOL_HERE, classId: CLASS_HERE }, query: { period: PERIOD } };

/** The head has sealed the pupil’s card. */
export const playReports = async (academy: SmallAcademy, pupil: string): Promise<void> => {
  const card = aCard({
    school: { schoolId: SCHOOL_HERE, uai: '0540001A', name: 'Collège des Tilleuls', city: 'Nancy' },
    pupil: { pupilId: person(pupil), firstName: pupil, lastName: 'Moreau' },
    class: { classId: CLASS_HERE, name: '6e A' },
  });
  const batch = {
    schoolId: SCHOOL_HERE,
    period: PERIOD,
    batchId: BatchId.parse('bat_burstofmonday'),
    classes: [{ classId: CLASS_HERE, name: '6e A' }],
    by: person('head'),
    byName: 'head',
    at: NOW,
    secret: 'secret',
  };
  const settings = { publication: DEFAULT_WINDOW, zone: 'Europe/Paris', spreadMinutes: 0 };
  await sealCard(card, batch, settings, {
    store: academy.reports,
    papers: { put: async () => undefined },
    toPaper: () => Buffer.from('%PDF-1.7'),
  });
};

export const reportsSamples = (pupil: string): Readonly<Record<string, Asked>> => {
  const pupilId = person(pupil);
  const card = { path: { pupilId, period: PERIOD, version: '1' } };
  return {
    'reports.seal-cards': { path: school.path, body: { period: PERIOD, classIds: [CLASS_HERE], requestId: `seal-${pupil}` } },
    'reports.read-sealing': school,
    'reports.list-card-classes': { path: school.path },
    'reports.list-class-cards': ofClass,
    'reports.download-class-cards': ofClass,
    'reports.list-own-cards': {},
    'reports.list-pupil-cards': { path: { pupilId } },
    'reports.read-card': card,
    'reports.read-paper': card,
    'reports.revoke-card': { ...card, body: { reason: 'Erreur de saisie' } },
    'reports.verify-card': { path: { code: 'ABCD-EFGH-JKMN' } },
    'reports.check-lsu': school,
    'reports.download-lsu': school,
    'reports.set-disciplines': { path: school.path, body: { disciplines: [] } },
  };
};
