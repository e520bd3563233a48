import { writeCsv } from '../kernel/csv.ts';
import type { CouncilView } from './council-api.ts';
import { MENTION_NAMES, type Trend } from './council.ts';
import type { ClassResultsRow, ClassResultsService, GeneralAverage } from './marks-views.ts';
import { PUPIL } from './people-csv.ts';

/** Why there is no average is said in words: never a zero. */
const generalText = (general: GeneralAverage): string => {
  if (general.kind === 'known') return general.average.shown;
  return general.kind === 'notMarked' ? 'Non noté' : 'Retenue : coefficients en désaccord';
};

const TRENDS: Readonly<Record<Trend, string>> = { up: 'En hausse', steady: 'Stable', down: 'En baisse' };

/** The table of a council, for a spreadsheet. */
export const writeCouncilCsv = ({ pupils }: Pick<CouncilView, 'pupils'>): string =>
  writeCsv([
    [PUPIL, 'Moyenne générale', 'Évolution', 'Demi-journées justifiées', 'Demi-journées non justifiées', 'Retards', 'Mention', 'Synthèse'],
    ...pupils.map(({ name, general, trend, absences, mention, hasSynthesis }) => [
      name,
      generalText(general),
      trend === undefined ? '' : TRENDS[trend],
      String(absences?.justified ?? ''),
      String(absences?.unjustified ?? ''),
      String(absences?.lates ?? ''),
      mention === undefined ? '' : MENTION_NAMES[mention],
      hasSynthesis ? 'Écrite' : 'À écrire',
    ]),
  ]);

interface ClassSheet {
  readonly services: readonly Pick<ClassResultsService, 'serviceId' | 'subject' | 'figures'>[];
  readonly pupils: readonly Pick<ClassResultsRow, 'name' | 'general' | 'averages'>[];
}

/** The averages of a class in every subject, for a spreadsheet; the class's own on the last line. */
export const writeClassResultsCsv = ({ services, pupils }: ClassSheet): string =>
  writeCsv([
    [PUPIL, ...services.map(({ subject }) => subject), 'Moyenne générale'],
    ...pupils.map(({ name, general, averages }) => [
      name,
      ...services.map((service) => averages.find(({ serviceId }) => serviceId === service.serviceId)?.average.shown ?? ''),
      generalText(general),
    ]),
    ['Classe', ...services.map(({ figures }) => figures?.mean.shown ?? ''), ''],
  ]);
