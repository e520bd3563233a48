import type { HomeGrant } from '@preau/shared/directory/views.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Card, Section } from '@/ui/card.tsx';
import { GRANT_WORDS, termWords } from '../grants/words.ts';

const doorsOf = (grant: HomeGrant): readonly { readonly href: string; readonly label: string }[] => {
  if (grant.kind === 'aesh')
    return [
      { href: `/emploi-du-temps?enfant=${grant.personId}`, label: 'Emploi du temps' },
      { href: `/cahier?enfant=${grant.personId}`, label: 'Cahier de textes' },
      { href: `/devoirs?enfant=${grant.personId}`, label: 'Devoirs' },
    ];
  if (grant.kind === 'inspector')
    return [
      { href: `/cahier?enseignant=${grant.personId}`, label: 'Cahier de textes' },
      { href: `/devoirs?enseignant=${grant.personId}`, label: 'Devoirs' },
    ];
  return [
    { href: '/emploi-du-temps', label: 'Emploi du temps' },
    { href: '/cahier', label: 'Cahier de textes' },
  ];
};

/** What was opened to a member of staff for a time: to whom, where, until when, and the ways in. */
export const Granted = ({ grants }: { readonly grants: readonly HomeGrant[] }) =>
  grants.length === 0 ? null : (
    <Card className="p-4 sm:p-6">
      <Section id="acces" title="Ce qui vous est ouvert">
        <ul className="flex flex-col divide-y divide-line">
          {grants.map((grant) => (
            <li
              key={`${grant.kind}${grant.personId}${grant.from}`}
              className="flex flex-wrap items-center gap-x-4 gap-y-3 py-4 first:pt-1 last:pb-0"
            >
              <div className="min-w-56 flex-1">
                <h3 className="text-lg leading-snug">{`Vous ${GRANT_WORDS[grant.kind].yours(grant.name, grant.audience)}`}</h3>
                <p className="text-soft">{`${grant.schoolName}, ${termWords(grant)}`}</p>
              </div>
              <p className="flex flex-wrap gap-2">
                {doorsOf(grant).map(({ href, label }) => (
                  <Anchor key={href} href={href} className="btn btn-quiet">
                    {label}
                    <span className="sr-only">{` : ${grant.name}`}</span>
                  </Anchor>
                ))}
              </p>
            </li>
          ))}
        </ul>
      </Section>
    </Card>
  );
