import type { Justification } from '@preau/shared/attendance/schema.ts';
import type { Actor } from '@preau/shared/directory/schema.ts';
import type { PersonId } from '@preau/shared/kernel/ids.ts';
import { addSeconds, instantOf, type LocalDate } from '@preau/shared/kernel/school-time.ts';
import type { DayServices } from '../../functions/attendance/services.ts';
import { derivedId } from '../../functions/runtime/derived-id.ts';
import type { Outcome } from './past-plan.ts';
import { random } from './random.ts';

/** Who decides in the school's office. */
export interface Office {
  readonly personId: PersonId;
  readonly name: string;
}

/** Who may answer for a pupil is asked of the directory, as on the page. */
export interface Speakers {
  readonly findActor: (personId: string) => Promise<Actor | undefined>;
}

const ANSWERS = [
  ['illness', 'Fièvre depuis la veille.'],
  ['medicalAppointment', 'Rendez-vous chez le dentiste.'],
  ['transport', 'Le car n’est pas passé.'],
  ['familyMeeting', 'Mariage dans la famille.'],
  ['other', 'Panne de réveil.'],
] as const satisfies readonly (readonly [Justification['reason'], string])[];

const REFUSAL = 'Ce motif ne peut pas être retenu. Prenez contact avec la vie scolaire.';
const EVENING = '19:30';
const DAY_SECONDS = 86_400;

interface Answer {
  readonly pupilId: PersonId;
  readonly date: LocalDate;
  readonly outcome: Outcome;
}

const decisionOf = (outcome: Outcome, office: Office, at: string): Pick<Justification, 'decision'> => {
  if (outcome !== 'accepted' && outcome !== 'refused') return {};
  const accepted = outcome === 'accepted';
  return {
    decision: { accepted, ...(accepted ? {} : { reason: REFUSAL }), decidedBy: office.personId, decidedByName: office.name, decidedAt: at },
  };
};

const speakerFor = async (pupilId: PersonId, { directory }: DayServices, speakers: Speakers) => {
  const recipients = await directory.listRecipients(pupilId);
  for (const recipient of recipients) {
    const actor = await speakers.findActor(recipient.personId);
    if (actor === undefined) continue;
    if (actor.self?.pupilId === pupilId && actor.self.rights.decides) return { actor, role: 'self' as const };
    const child = actor.children.find((one) => one.pupilId === pupilId && one.rights.decides);
    if (child !== undefined) return { actor, role: child.relationship };
  }
  return undefined;
};

/** Who answered for a past absence the same evening, and what the office decided the next day; undefined when nobody did or might. */
export const answerFor = async (
  { pupilId, date, outcome }: Answer,
  office: Office,
  services: DayServices,
  speakers: Speakers,
): Promise<Justification | undefined> => {
  if (outcome === 'open') return undefined;
  const speaker = await speakerFor(pupilId, services, speakers);
  if (speaker === undefined) return undefined;
  const at = instantOf(date, EVENING);
  const justificationId = derivedId('jus', `demo:${pupilId}:${date}`);
  const [reason, comment] = random(0, justificationId).pick(ANSWERS);
  return {
    justificationId,
    reason,
    comment,
    at,
    lessonIds: [],
    restOfDay: true,
    files: [],
    by: speaker.actor.personId,
    byRole: speaker.role,
    byName: `${speaker.actor.firstName} ${speaker.actor.lastName}`,
    formerDecisions: [],
    ...decisionOf(outcome, office, addSeconds(at, DAY_SECONDS / 2)),
  };
};
