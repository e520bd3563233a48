import type { GuichetView } from '@preau/shared/identity/schema.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Icon, type IconName } from '@/ui/icon.tsx';

const iconOf = (guichet: GuichetView): IconName => {
  if (guichet.kind === 'local') return 'key';
  return guichet.guichetId.includes('educonnect') ? 'people' : 'person';
};

const hrefOf = (guichet: GuichetView, returnTo: string): string => {
  const words = new URLSearchParams(guichet.kind === 'local' ? { retour: returnTo } : { guichet: guichet.guichetId, retour: returnTo });
  return `${guichet.kind === 'local' ? '/connexion/locale' : '/connexion/partir'}?${words.toString()}`;
};

/** The doors of the academy: whom each is for comes first, its name second. */
export const GuichetList = ({ guichets, returnTo }: { readonly guichets: readonly GuichetView[]; readonly returnTo: string }) => (
  <ul className="flex flex-col gap-3">
    {guichets.map((guichet) => (
      <li key={guichet.guichetId}>
        <Anchor
          href={hrefOf(guichet, returnTo)}
          className="card group flex items-center gap-4 p-4 text-ink no-underline hover:border-primary hover:bg-primary-soft sm:p-5"
        >
          <span className="grid size-12 flex-none place-items-center rounded-full bg-primary-soft text-primary group-hover:bg-surface">
            <Icon name={iconOf(guichet)} className="size-6" />
          </span>
          <span className="flex min-w-0 flex-1 flex-col">
            <span className="text-xl font-bold">{guichet.audience}</span>
            <span className="text-soft">{guichet.label}</span>
          </span>
          <Icon name="arrow" className="size-6 text-primary" />
        </Anchor>
      </li>
    ))}
  </ul>
);
