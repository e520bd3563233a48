import type { SocleView } from '@preau/shared/assessment/skills-api.ts';
import { DIGITAL_NAMES, DigitalCode, SOCLE_NAMES } from '@preau/shared/assessment/socle.ts';
import { moment } from '@/lib/dates.ts';
import { cycleWords, DIGITAL_LEVELS, socleWords } from './words.ts';

const suggestedWords = ({ suggested }: SocleView['components'][number]): string =>
  suggested === undefined ? 'rien encore' : `${suggested.position} (${suggested.count} niveau${suggested.count > 1 ? 'x' : ''})`;

/** The eight components, what the levels suggest and what the team decided; digital skills under them. */
export const SocleCard = ({ socle }: { readonly socle: SocleView }) => {
  const digital = DigitalCode.options.flatMap((code) => {
    const level = socle.digital[code];
    return level === undefined ? [] : [{ code, level }];
  });
  return (
    <div className="card flex flex-col gap-3 p-4 sm:p-5">
      <h3 className="text-lg">{cycleWords(socle.cycle)}</h3>
      <p className="text-soft">
        {socle.decided === undefined ? 'Pas encore décidé.' : `Décidé par ${socle.decided.byName}, ${moment(socle.decided.at)}.`}
      </p>
      <ul className="flex flex-col" aria-label="Composantes du socle commun">
        {socle.components.map((component) => (
          <li key={component.code} className="border-t border-line py-3 first:border-t-0">
            <p className="font-semibold">{SOCLE_NAMES[component.code]}</p>
            {component.decided === undefined ? null : <p>{`Décidé : ${socleWords(component.decided)}`}</p>}
            <p className="text-soft">{`D’après les évaluations : ${suggestedWords(component)}`}</p>
          </li>
        ))}
      </ul>
      {socle.synthesis === '' ? null : <p className="whitespace-pre-line">{socle.synthesis}</p>}
      {digital.length === 0 ? null : (
        <>
          <h4 className="font-semibold">Compétences numériques</h4>
          <ul className="list-disc ps-5">
            {digital.map(({ code, level }) => (
              <li key={code}>{`${DIGITAL_NAMES[code]} : ${DIGITAL_LEVELS[level] ?? ''}`}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
};
