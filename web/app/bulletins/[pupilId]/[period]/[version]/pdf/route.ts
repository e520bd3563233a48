import { redirect } from 'next/navigation';
import type { NextRequest } from 'next/server';
import { reportsOperations } from '@preau/shared/reports/api.ts';
import { namedCard, type CardParams } from '@/features/reports/named-card.ts';
import { addressOfCard } from '@/features/reports/words.ts';
import { ask } from '@/lib/session.ts';
import { SIGN_IN } from '@/lib/sign-in-path.ts';

/** The paper of a card, for whoever the API opens it to: the browser follows its short-lived address. */
export const GET = async (_: NextRequest, { params }: { readonly params: CardParams }): Promise<Response> => {
  const named = (await namedCard(params)) ?? redirect('/bulletins');
  const answer = await ask(reportsOperations.readPaper, { path: named });
  if (answer.ok) redirect(answer.output.location);
  redirect(answer.refusal.status === 401 ? SIGN_IN : `${addressOfCard(named.pupilId, named)}?erreur=pdf`);
};
