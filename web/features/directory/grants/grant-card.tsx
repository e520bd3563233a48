import type { GrantView } from '@preau/shared/directory/grants-api.ts';
import { longDate } from '@/lib/dates.ts';
import { ActionForm, FormArea } from '@/ui/action-form.tsx';
import { Status } from '@/ui/status.tsx';
import { revokeGrant } from './actions.ts';
import { GRANT_WORDS, termWords } from './words.ts';

const STATE = {
  inForce: { tone: 'leaf', icon: 'check', word: 'En cours' },
  later: { tone: 'sky', icon: 'clock', word: 'À venir' },
  over: { tone: 'plain', icon: 'clock', word: 'Terminé' },
  revoked: { tone: 'plain', icon: 'cross', word: 'Retiré' },
} as const;

const Revocation = ({ schoolId, grant }: { readonly schoolId: string; readonly grant: GrantView }) => (
  <ActionForm
    id={grant.grantId}
    action={revokeGrant}
    faultTitle="L’accès n’est pas retiré"
    opener={
      <>
        Mettre fin à cet accès…<span className="sr-only">{` : ${grant.person}, ${grant.about}`}</span>
      </>
    }
  >
    <input type="hidden" name="schoolId" value={schoolId} />
    <input type="hidden" name="grantId" value={grant.grantId} />
    <FormArea name="reason" label="Motif" hint="Il est gardé avec l’accès." maxLength={1000} rows={2} />
    <button type="submit" className="btn btn-danger self-start">
      Mettre fin maintenant
    </button>
  </ActionForm>
);

/** One access as the head reads it: who, to what, until when, on what it rests, and who ended it. */
export const GrantCard = ({ schoolId, grant }: { readonly schoolId: string; readonly grant: GrantView }) => {
  const { tone, icon, word } = STATE[grant.state];
  const words = GRANT_WORDS[grant.kind];
  return (
    <li className="card flex flex-col gap-3 p-4 sm:p-5">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="text-lg">
          {grant.person}
          <span className="font-normal text-soft">{` · ${words.name}`}</span>
        </h3>
        <Status tone={tone} icon={icon}>
          {word}
        </Status>
      </div>
      <p>{`${words.about(grant.about, grant.audience)}, ${termWords(grant)}.`}</p>
      <p className="text-soft">{`Donné par ${grant.givenBy} le ${longDate(grant.givenOn)}\u00A0: «\u00A0${grant.evidence}\u00A0»`}</p>
      {grant.revoked === undefined ? null : (
        <p className="text-soft">{`Retiré par ${grant.revoked.by} le ${longDate(grant.revoked.on)}\u00A0: «\u00A0${grant.revoked.reason}\u00A0»`}</p>
      )}
      {grant.state === 'inForce' || grant.state === 'later' ? <Revocation schoolId={schoolId} grant={grant} /> : null}
    </li>
  );
};
