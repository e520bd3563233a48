import type { ParsedUrlQuery } from 'node:querystring';
import { marksOperations } from '@preau/shared/assessment/marks-api.ts';
import type { ResultsSummary } from '@preau/shared/assessment/marks-views.ts';
import { PeriodKey } from '@preau/shared/assessment/periods.ts';
import { PersonId } from '@preau/shared/kernel/ids.ts';
import type { OutputOf } from '@preau/shared/kernel/operation.ts';
import { settingOf, type Setting } from '@/features/identity/shell/setting.ts';
import { findVisitor, type Visit } from '@/features/identity/shell/visitor.ts';
import type { Ask } from '@/lib/ask.ts';
import type { ApiRefusal } from '@/lib/refusal.ts';
import { textOf } from '@/lib/search.ts';
import type { Sent } from '@/lib/sent.ts';
import { SIGN_IN } from '@/lib/sign-in-path.ts';
import { resultsAddress } from './addresses.ts';

export type Results = OutputOf<typeof marksOperations.readResults>;

/** Whose results a page shows. */
interface Whose {
  /** The children of a guardian; empty for a pupil, who looks at himself. */
  readonly pupils: readonly ResultsSummary[];
  /** Absent: a guardian who has nobody's results to read. */
  readonly pupilId?: PersonId;
}

export interface Found<Content> {
  readonly visit: Visit;
  readonly setting: Setting;
  readonly whose: Whose;
  readonly content: { readonly shown: Content } | { readonly refusal: ApiRefusal } | { readonly nobody: true };
}

const whoseOf = async (visit: Visit, asked: string | undefined, ask: Ask): Promise<Whose | { readonly refusal: ApiRefusal }> => {
  if (visit.role === 'pupil') return { pupils: [], pupilId: visit.person.personId };
  const list = await ask(marksOperations.listResults, {});
  if (!list.ok) return { refusal: list.refusal };
  const { pupils } = list.output;
  const chosen = pupils.find((pupil) => pupil.pupilId === asked) ?? pupils[0];
  return chosen === undefined ? { pupils } : { pupils, pupilId: chosen.pupilId };
};

type Asked = ParsedUrlQuery;

/** The period that an address names; absent: the present one. */
export const periodIn = (query: Asked): { readonly period?: PeriodKey } => {
  const period = PeriodKey.safeParse(textOf(query['periode']));
  return period.success ? { period: period.data } : {};
};

/** A family's page about one pupil: who reads, about whom, and what it shows of him. */
export const findAbout = async <Content>(
  { sent, ask, query }: { readonly sent: Sent; readonly ask: Ask; readonly query: Asked },
  read: (pupilId: PersonId) => Promise<{ readonly shown: Content } | { readonly refusal: ApiRefusal }>,
): Promise<Found<Content> | { readonly leadTo: string }> => {
  const visitor = await findVisitor(sent, ask);
  if ('leadTo' in visitor) return visitor;
  const { visit } = visitor;
  const asked = PersonId.safeParse(textOf(query['enfant']));
  const setting = settingOf(sent, resultsAddress({ pupilId: asked.data, ...periodIn(query) }));
  const whose = await whoseOf(visit, asked.data, ask);
  const nobody: Whose = { pupils: [] };
  if ('refusal' in whose)
    return whose.refusal.status === 401 ? { leadTo: SIGN_IN } : { visit, setting, whose: nobody, content: { refusal: whose.refusal } };
  if (whose.pupilId === undefined) return { visit, setting, whose, content: { nobody: true } };
  const content = await read(whose.pupilId);
  return 'refusal' in content && content.refusal.status === 401 ? { leadTo: SIGN_IN } : { visit, setting, whose, content };
};

/** What has been read is no longer new the next time. */
const markSeen = async (results: Results, now: string, ask: Ask): Promise<void> => {
  if (!results.subjects.some(({ marks }) => marks.some((mark) => mark.isNew))) return;
  await ask(marksOperations.markResultsSeen, {
    path: { pupilId: results.pupil.pupilId },
    body: { period: results.period, until: now },
  });
};

export const readResultsOf = async (
  pupilId: PersonId,
  query: { readonly period?: PeriodKey },
  ask: Ask,
): Promise<{ readonly shown: Results } | { readonly refusal: ApiRefusal }> => {
  const answer = await ask(marksOperations.readResults, { path: { pupilId }, query });
  return answer.ok ? { shown: answer.output } : { refusal: answer.refusal };
};

/** The results of a pupil, as whoever reads them may see them now. */
export const findResults = (sent: Sent, ask: Ask, query: Asked, now: string): Promise<Found<Results> | { readonly leadTo: string }> =>
  findAbout({ sent, ask, query }, async (pupilId) => {
    const read = await readResultsOf(pupilId, periodIn(query), ask);
    if ('shown' in read) await markSeen(read.shown, now, ask);
    return read;
  });
