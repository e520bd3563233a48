import type { Role } from '@preau/shared/identity/schema.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Icon } from '@/ui/icon.tsx';
import { isAtSchool } from './place.ts';
import type { ShellTexts } from './texts.ts';
import type { Visit } from './visitor.ts';

/** Roles as they are called in a school. */
const ROLE_WORDS = {
  guardian: 'Responsable légal',
  pupil: 'Élève',
  teacher: 'Enseignement',
  office: 'Vie scolaire',
  head: 'Direction',
  staff: 'Personnel',
  operator: 'Exploitation',
} as const satisfies Record<Role, string>;

const PlaceForm = ({ visit, texts }: { readonly visit: Visit; readonly texts: ShellTexts }) => (
  <form action="/reglages/place" method="post" aria-label={texts.place} className="flex flex-col gap-3 border-b border-line p-4">
    <label className="flex flex-col gap-1 font-semibold">
      {texts.school}
      <select name="school" defaultValue={visit.school?.schoolId ?? ''} className="field font-normal">
        {visit.school === undefined ? <option value="">—</option> : null}
        {visit.person.schools.map((school) => (
          <option key={school.schoolId} value={school.schoolId}>
            {school.name}
          </option>
        ))}
      </select>
    </label>
    <label className="flex flex-col gap-1 font-semibold">
      {texts.role}
      <select name="role" defaultValue={visit.role} className="field font-normal">
        {visit.person.roles.map((role) => (
          <option key={role} value={role}>
            {ROLE_WORDS[role]}
          </option>
        ))}
      </select>
    </label>
    <button type="submit" className="btn btn-primary">
      {texts.apply}
    </button>
  </form>
);

const LINK = 'flex min-h-12 items-center gap-3 px-4 text-ink no-underline hover:bg-primary-soft';

/** Who is signed in, and everything that is about oneself; it opens and closes without a script. */
export const AccountMenu = ({ visit, texts }: { readonly visit: Visit; readonly texts: ShellTexts }) => {
  const { person, role } = visit;
  const hasSeveralPlaces = person.roles.length > 1 || (isAtSchool(role) && person.schools.length > 1);
  return (
    <details className="relative ms-auto max-w-full flex-none">
      <summary className="inline-flex min-h-11 max-w-full list-none items-center gap-2 rounded-field px-3 text-on-band hover:bg-band-deep">
        <Icon name="person" />
        <span className="max-w-28 min-w-0 wrap-anywhere sm:max-w-none">
          {person.firstName}
          <span className="max-sm:sr-only">{` ${person.lastName}`}</span>
        </span>
        <span className="sr-only">, {texts.account}</span>
      </summary>
      <div className="card absolute end-0 z-30 mt-2 w-72 max-w-[calc(100vw-2rem)] overflow-hidden text-ink">
        {hasSeveralPlaces ? <PlaceForm visit={visit} texts={texts} /> : null}
        <ul>
          <li>
            <Anchor href="/preferences" className={LINK}>
              <Icon name="settings" />
              {texts.preferences}
            </Anchor>
          </li>
          {role === 'operator' ? null : (
            <li>
              <Anchor href="/fichiers" className={LINK}>
                <Icon name="inbox" />
                {texts.files}
              </Anchor>
            </li>
          )}
          <li>
            <Anchor href="/aide" className={LINK}>
              <Icon name="info" />
              {texts.help}
            </Anchor>
          </li>
          <li>
            <Anchor href="/deconnexion" className={LINK}>
              <Icon name="door" />
              {texts.signOut}
            </Anchor>
          </li>
        </ul>
      </div>
    </details>
  );
};
