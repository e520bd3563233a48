import type { SocleView } from '@preau/shared/assessment/skills-api.ts';
import { DIGITAL_NAMES, DigitalCode, SOCLE_NAMES } from '@preau/shared/assessment/socle.ts';
import { moment } from '@/lib/dates.ts';
import { cycleWords, DIGITAL_LEVELS, socleWords } from './words.ts';

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
      <table className="data wrap-anywhere">
        <caption className="sr-only">{`Socle commun, ${cycleWords(socle.cycle)}`}</caption>
        <thead>
          <tr>
            <th scope="col">Composante</th>
            <th scope="col">D’après les évaluations</th>
            <th scope="col">Décidé</th>
          </tr>
        </thead>
        <tbody>
          {socle.components.map(({ code, suggested, decided }) => (
            <tr key={code}>
              <th scope="row">{SOCLE_NAMES[code]}</th>
              <td>
                {suggested === undefined ? '–' : `${suggested.position} (${suggested.count} niveau${suggested.count > 1 ? 'x' : ''})`}
              </td>
              <td>{socleWords(decided)}</td>
            </tr>
          ))}
        </tbody>
      </table>
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
