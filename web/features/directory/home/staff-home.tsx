import type { ReactNode } from 'react';
import type { Home } from '@preau/shared/directory/views.ts';
import { capital, longDate } from '@/lib/dates.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Card } from '@/ui/card.tsx';
import { Hero } from '@/ui/hero.tsx';
import { Icon, type IconName } from '@/ui/icon.tsx';
import { Granted } from './granted.tsx';
import { TaughtLessons } from './taught-lessons.tsx';

type Of<R extends Home['role']> = Extract<Home, { readonly role: R }>;

const helloOf = (home: Home) => ({ title: `Bonjour ${home.firstName}`, lead: capital(longDate(home.date)) });

interface DoorProps {
  readonly href: string;
  readonly icon: IconName;
  readonly title: string;
  readonly children: ReactNode;
}

const Door = ({ href, icon, title, children }: DoorProps) => (
  <li>
    <Anchor href={href} className="card flex h-full items-start gap-4 p-5 text-ink no-underline hover:border-primary hover:bg-primary-soft">
      <span className="grid size-12 flex-none place-items-center rounded-full bg-primary-soft text-primary">
        <Icon name={icon} className="size-6" />
      </span>
      <span className="flex min-w-0 flex-col gap-0.5">
        <span className="text-xl leading-tight font-bold">{title}</span>
        <span className="text-soft">{children}</span>
      </span>
    </Anchor>
  </li>
);

/** A teacher's home: the lesson of the moment with its roll call. */
export const TeacherHome = ({ home }: { readonly home: Of<'teacher'> }) => (
  <Hero {...helloOf(home)}>
    <TaughtLessons
      lessons={home.lessons}
      date={home.date}
      manySchools={home.schools.length > 1 || new Set(home.lessons.map((lesson) => lesson.schoolName)).size > 1}
    />
    <ul className="grid gap-4 sm:grid-cols-2">
      <Door href="/appreciations" icon="pen" title="Appréciations">
        Ce que vous dites de chaque élève, par période
      </Door>
      <Door href="/conseils" icon="people" title="Conseils de classe">
        Ceux que vous préparez, et ceux qui vous sont ouverts
      </Door>
    </ul>
    <Granted grants={home.grants} />
  </Hero>
);

/** The head and the CPE: whoever answers for the school's life. */
const followsSchool = (school: Of<'office' | 'head'>['schools'][number] | undefined): boolean =>
  school?.functions.some((one) => one === 'DIR' || one === 'CPE') === true;

const isHead = (school: Of<'office' | 'head'>['schools'][number] | undefined): boolean => school?.functions.includes('DIR') === true;

/** The office's and the head's home: where the registers stand, then what waits for a decision. */
export const OfficeHome = ({
  home,
  schoolId,
  teachesFirst,
  notice,
}: {
  readonly home: Of<'office' | 'head'>;
  readonly schoolId: string;
  readonly teachesFirst: boolean;
  /** What must be seen before anything else. */
  readonly notice: ReactNode;
}) => {
  const school = home.schools.find((one) => one.schoolId === schoolId) ?? home.schools[0];
  const awaited = school === undefined ? 0 : school.begun - school.registersTaken;
  const lessons = home.lessons.length === 0 ? null : <TaughtLessons lessons={home.lessons} date={home.date} manySchools={false} />;
  return (
    <Hero {...helloOf(home)}>
      {notice}
      {teachesFirst ? lessons : null}
      {school === undefined ? null : (
        <Card className="flex flex-col gap-4 p-5 sm:flex-row sm:items-center sm:p-6">
          <div className="flex-1">
            <h2 className="text-xl">Appels du jour</h2>
            <p className="mt-1 text-3xl font-bold tabular-nums">{`${school.registersTaken} sur ${school.begun}`}</p>
            <p className="text-soft">{`cours commencés, sur ${school.lessonsToday} aujourd’hui`}</p>
            <p className="mt-2 font-semibold">
              {awaited === 0
                ? 'Tous les appels attendus sont faits.'
                : `${awaited} ${awaited > 1 ? 'appels manquent' : 'appel manque'} encore.`}
            </p>
          </div>
          <Anchor href="/vie-scolaire" className="btn btn-chalk min-h-14 px-6 text-lg">
            <Icon name="roll" className="size-6" />
            Suivre les appels
          </Anchor>
        </Card>
      )}
      <ul className="grid gap-4 sm:grid-cols-2">
        <Door href="/vie-scolaire/absences" icon="inbox" title="À décider">
          Justificatifs qui attendent une réponse
        </Door>
        <Door href="/vie-scolaire/saisir" icon="pen" title="Saisir une absence">
          Après un appel d’une famille, ou pour une sortie
        </Door>
        <Door href="/vie-scolaire/cours" icon="calendar" title="Cours modifiés">
          Annuler, déplacer ou faire remplacer un cours
        </Door>
        <Door href="/vie-scolaire/familles-non-jointes" icon="phone" title="Familles non jointes">
          À appeler aujourd’hui
        </Door>
        <Door href="/vie-scolaire/eleves" icon="people" title="Élèves">
          Responsables, alertes et absences de chacun
        </Door>
        <Door href="/vie-scolaire/envois" icon="send" title="Envois d’alertes">
          Envois inhabituels, suspension, réglages
        </Door>
        {followsSchool(school) ? (
          <>
            <Door href="/cahier" icon="book" title="Cahiers de textes">
              Ce qui est fait en classe, par classe ou par enseignant
            </Door>
            <Door href="/devoirs" icon="pen" title="Devoirs des classes">
              Ce qui est donné, et la charge de chaque jour
            </Door>
            <Door href="/conseils" icon="people" title="Conseils de classe">
              Ce qui manque, les synthèses, les mentions
            </Door>
            <Door href="/bulletins" icon="file" title="Bulletins">
              Scellement, consultations, fichier LSU
            </Door>
            <Door href="/notes" icon="chart" title="Notes des classes">
              Ce qui est noté dans chaque matière, et les coefficients
            </Door>
            <Door href="/vie-scolaire/departs" icon="door" title="Départs">
              Personnes qui ne sont plus dans l’annuaire académique
            </Door>
          </>
        ) : null}
        {isHead(school) ? (
          <>
            <Door href="/etablissement/acces" icon="key" title="Accès donnés">
              AESH, inspecteurs et remplaçants, pour un temps
            </Door>
            <Door href="/etablissement/periodes" icon="hourglass" title="Périodes">
              Trimestres et semestres des classes, clôtures
            </Door>
            <Door href="/etablissement/notes" icon="chart" title="Règles des notes">
              Heures de parution, délai des parents, arrondi, rang
            </Door>
            <Door href="/competences/referentiel" icon="book" title="Compétences">
              Le référentiel que les professeurs évaluent
            </Door>
            <Door href="/etablissement/reglages" icon="settings" title="Réglages">
              Heures de publication, fermetures, travail à la maison
            </Door>
          </>
        ) : null}
      </ul>
      {teachesFirst ? null : lessons}
    </Hero>
  );
};

/** Staff who neither teach nor run an office. */
export const StaffHome = ({ home }: { readonly home: Of<'staff'> }) => (
  <Hero {...helloOf(home)}>
    <Granted grants={home.grants} />
    {home.schools.length === 0 && home.grants.length > 0 ? null : (
      <Card className="p-5 text-lg">
        <p>
          {home.schools.length === 0
            ? 'Rien ne vous est ouvert aujourd’hui. Si une mission a commencé, demandez au chef d’établissement de vous donner accès.'
            : `Vous êtes rattaché à : ${home.schools.map((school) => school.name).join(', ')}.`}
        </p>
      </Card>
    )}
  </Hero>
);

/** The academy operator's home: deliveries. */
export const OperatorHome = ({ home }: { readonly home: Of<'operator'> }) => (
  <Hero {...helloOf(home)}>
    <ul className="grid gap-4 sm:grid-cols-2">
      <Door href="/imports" icon="upload" title="Imports">
        Annuaire académique et emplois du temps
      </Door>
      <Door href="/contrat" icon="file" title="Contrat de l’API">
        Les opérations que Préau offre
      </Door>
    </ul>
  </Hero>
);
