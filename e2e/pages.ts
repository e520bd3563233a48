import type { Page } from 'playwright-core';
import { AGENTS, FAMILIES, type Guichet } from './visitor.ts';

/** Somebody of the demonstration, and the addresses that matter to them. */
export interface Tour {
  readonly who: string;
  readonly guichet?: Guichet;
  readonly paths: readonly string[];
  /** Pages whose address is only known by following links: where to begin, and the address of each link on the way. */
  readonly links: readonly (readonly [from: string, ...ways: RegExp[]])[];
  /** Forms that are sent empty, so that the page shows its faults: where, and what is pressed. */
  readonly faulty: readonly {
    readonly from: string;
    readonly href?: RegExp;
    /** More than one link on the way to the form. */
    readonly ways?: readonly RegExp[];
    readonly buttons: readonly string[];
  }[];
}

const CLASS = /\?classe=[^&]+$/;
const PUPIL = /\?classe=.+&eleve=/;
const FILE = /^\/vie-scolaire\/eleves\//;
const DAY = /^\/absences\/[^/?]+$/;
const JUSTIFY = /^\/absences\/[^/]+\/justifier$/;
const CLASS_OF_ACCESS = /&classe=[^&]+$/;
const PUPIL_OF_ACCESS = /&eleve=/;
const TEACHER = /&professeur=/;
const ROLL = /^\/appel\//;
const WORK = /^\/devoirs\/hwk_[^/]+$/;
const RECORD = /^\/cahier\/les_/;
const NOTEBOOK_OF_CLASS = /^\/cahier\?classe=/;
const NOTEBOOK_OF_TEACHER = /^\/cahier\?enseignant=/;
const WORK_OF_CLASS = /^\/devoirs\?classe=/;
const WORK_OF_TEACHER = /^\/devoirs\?enseignant=/;
const COUNCIL = /^\/conseils\/cls_[^/]+\/\d{4}-T1\?/;
const COUNCIL_PUPIL = /^\/conseils\/[^?]+\/per_/;
const TO_DO = /\/a-faire\?/;
const PROJECTS = /\/projets\?/;
const SCHOOL_LIFE = /^\/conseils\/[^?]+\/vie-scolaire\?/;
const REMARKS_SHEET = /\/tableur\?periode=/;
const LEVELS = /^\/competences\/services\/svc_/;
const REMARKS = /^\/appreciations\/svc_[^?]+\?periode=\d{4}-T1/;
const PERIODS_OF_CLASS = /^\/etablissement\/periodes\/cls_/;
const SUBJECT = /^\/resultats\/expliquer\?.*matiere=/;
const GRID = /^\/notes\/svc_[^/]+\?periode=/;
const NEW_EVALUATION = /^\/notes\/svc_[^/]+\/nouvelle\?/;
const EVALUATION = /^\/notes\/svc_[^/]+\/evl_/;
const SERVICE_SETTINGS = /^\/notes\/svc_[^/]+\/reglages$/;
const MARKS_OF_CLASS = /^\/notes\?classe=/;
const COMPOSE = /^\/devoirs\/nouveau\?/;

export const TOURS: readonly Tour[] = [
  {
    who: 'Nobody',
    paths: [
      '/connexion',
      '/connexion?motif=session',
      '/connexion/aide',
      '/connexion/aide?motif=compte-bloque',
      '/connexion/locale',
      '/deconnexion',
      '/accessibilite',
      '/aide',
      '/contrat',
      '/verification',
      '/verification?code=ABCD-EFGH-JKMN',
      '/cette-page-n-existe-pas',
    ],
    links: [],
    faulty: [{ from: '/connexion/locale', buttons: ['Se connecter'] }],
  },
  {
    who: 'Camille Keller',
    guichet: FAMILIES,
    paths: [
      '/accueil',
      '/emploi-du-temps',
      '/cahier',
      '/devoirs',
      '/resultats',
      '/resultats/expliquer',
      '/resultats/simulation',
      '/rattrapage',
      '/competences',
      '/bulletins',
      '/regles-de-publication',
      '/absences',
      '/absences?mois=2026-08',
      '/preferences',
      '/deconnexion',
      '/absences/abs_inconnue',
      '/vie-scolaire',
    ],
    links: [
      ['/absences', DAY],
      ['/accueil', JUSTIFY],
      ['/devoirs', WORK],
      ['/rattrapage', RECORD],
      ['/resultats', SUBJECT],
    ],
    faulty: [{ from: '/accueil', href: JUSTIFY, buttons: ['Envoyer la justification'] }],
  },
  { who: 'Sacha Nowak', guichet: FAMILIES, paths: ['/accueil', '/absences', '/preferences'], links: [['/accueil', JUSTIFY]], faulty: [] },
  { who: 'Aminata Diallo', guichet: FAMILIES, paths: ['/accueil', '/emploi-du-temps', '/absences'], links: [], faulty: [] },
  {
    who: 'Anne-Sophie Schmitt',
    guichet: AGENTS,
    paths: [
      '/accueil',
      '/emploi-du-temps',
      '/cahier',
      '/cahier/sequences',
      '/cahier/archives',
      '/devoirs',
      '/devoirs/nouveau',
      '/appreciations',
      '/notes',
      '/preferences',
      '/appel/les_inconnu-20200101',
    ],
    links: [
      ['/accueil', ROLL],
      ['/appreciations', REMARKS],
      ['/appreciations', REMARKS, REMARKS_SHEET],
      ['/notes', GRID],
      ['/notes', GRID, LEVELS],
      ['/notes', GRID, NEW_EVALUATION],
      ['/notes', GRID, EVALUATION],
      ['/notes', SERVICE_SETTINGS],
    ],
    faulty: [
      { from: '/devoirs/nouveau', href: COMPOSE, buttons: ['Donner ce travail'] },
      { from: '/notes', ways: [GRID, NEW_EVALUATION], buttons: ['Créer l’évaluation'] },
    ],
  },
  {
    who: 'Marc Thouvenin',
    guichet: AGENTS,
    paths: [
      '/accueil',
      '/vie-scolaire',
      '/vie-scolaire?voir=jour',
      '/vie-scolaire/absences',
      '/vie-scolaire/saisir',
      '/vie-scolaire/eleves',
      '/vie-scolaire/familles-non-jointes',
      '/vie-scolaire/envois',
      '/vie-scolaire/cours',
      '/bulletins',
      '/preferences',
    ],
    links: [
      ['/vie-scolaire/absences', DAY],
      ['/vie-scolaire/eleves', CLASS],
      ['/vie-scolaire/eleves', CLASS, FILE],
      ['/vie-scolaire/saisir', CLASS],
      ['/vie-scolaire/saisir', CLASS, PUPIL],
      ['/vie-scolaire', ROLL],
    ],
    faulty: [{ from: '/vie-scolaire/absences', buttons: ['Refuser…', 'Refuser la justification'] }],
  },
  {
    who: 'Hélène Humbert',
    guichet: AGENTS,
    paths: ['/accueil', '/conseils'],
    links: [
      ['/conseils', COUNCIL],
      ['/conseils', COUNCIL, COUNCIL_PUPIL],
      ['/conseils', COUNCIL, TO_DO],
      ['/conseils', COUNCIL, PROJECTS],
      ['/conseils', COUNCIL, TO_DO, REMARKS],
    ],
    faulty: [],
  },
  {
    who: 'Isabelle Marchal',
    guichet: AGENTS,
    paths: [
      '/accueil',
      '/etablissement/reglages',
      '/etablissement/periodes',
      '/etablissement/notes',
      '/bulletins',
      '/lsu',
      '/conseils',
      '/competences/referentiel',
      '/etablissement/acces',
      '/etablissement/acces/nouveau?type=aesh',
      '/etablissement/acces/nouveau?type=remplacant',
      '/regles-de-publication',
      '/cahier',
      '/devoirs',
      '/notes',
    ],
    links: [
      ['/notes', MARKS_OF_CLASS],
      ['/conseils', COUNCIL, SCHOOL_LIFE],
      ['/etablissement/periodes', PERIODS_OF_CLASS],
      ['/cahier', NOTEBOOK_OF_CLASS],
      ['/cahier', NOTEBOOK_OF_TEACHER],
      ['/cahier', NOTEBOOK_OF_CLASS, RECORD],
      ['/devoirs', WORK_OF_CLASS],
      ['/etablissement/acces/nouveau?type=aesh', CLASS_OF_ACCESS, PUPIL_OF_ACCESS],
      ['/etablissement/acces/nouveau?type=remplacant', TEACHER],
    ],
    faulty: [{ from: '/etablissement/acces/nouveau?type=inspecteur', href: TEACHER, buttons: ['Donner l’accès'] }],
  },
  { who: 'Maud Ferry', guichet: AGENTS, paths: ['/accueil', '/rattrapage', '/regles-de-publication'], links: [], faulty: [] },
  {
    who: 'Philippe Lambert',
    guichet: AGENTS,
    paths: ['/accueil'],
    links: [
      ['/accueil', NOTEBOOK_OF_TEACHER],
      ['/accueil', WORK_OF_TEACHER],
      ['/accueil', WORK_OF_TEACHER, WORK],
    ],
    faulty: [],
  },
  {
    who: 'Bruno Claudel',
    guichet: 'Enseignement agricole',
    paths: ['/accueil', '/vie-scolaire/absences', '/vie-scolaire/envois', '/vie-scolaire/departs'],
    links: [],
    faulty: [],
  },
  {
    who: 'Operator',
    paths: ['/accueil', '/imports', '/preferences'],
    links: [['/imports', /^\/imports\/[^/?]+$/]],
    faulty: [{ from: '/imports', buttons: ['Continuer'] }],
  },
];

/** Holidays last two weeks. */
const EARLIER_WEEKS = 3;

/** The first address of a kind on a page of a week or, on a Monday morning or after holidays, on that of an earlier one. */
const linkOf = async (page: Page, way: RegExp): Promise<string | undefined> => {
  for (let week = 0; ; week += 1) {
    const addresses = await page.locator('main a[href]').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    const found = addresses.find((address) => way.test(address));
    const before = page.getByRole('link', { name: 'Semaine précédente' });
    if (found !== undefined || week === EARLIER_WEEKS || (await before.count()) === 0) return found;
    await before.click();
    await page.waitForLoadState();
  }
};

/** The address to which the first link of each page on the way leads. */
export const followed = async (page: Page, web: string, from: string, ways: readonly RegExp[]): Promise<string> => {
  let where = from;
  for (const way of ways) {
    await page.goto(`${web}${where}`);
    const found = await linkOf(page, way);
    if (found === undefined) throw new Error(`No link of ${where} leads to ${String(way)}`);
    where = found;
  }
  return where;
};
