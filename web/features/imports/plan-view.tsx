import { RECORD_WORDS } from '@preau/shared/imports/words.ts';
import type { Anomaly, Plan } from '@preau/shared/imports/schema.ts';
import { longDate } from '@/lib/dates.ts';
import { Section } from '@/ui/card.tsx';
import { Status } from '@/ui/status.tsx';
import { countOf, SEVERITY_LOOK } from './words.ts';

const sampleText = (samples: readonly string[]): string => (samples.length === 0 ? '' : ` (${samples.join(' ; ')})`);

/** What applying would do, kind by kind, with a few examples of each change. */
export const PlanView = ({ plan }: { readonly plan: Plan }) => (
  <Section
    id="plan"
    title="Ce que l’application changera"
    {...(plan.deliveryDate === undefined
      ? {}
      : {
          aside: <p className="text-soft">{`Livraison ${plan.delta ? 'différentielle' : 'complète'} du ${longDate(plan.deliveryDate)}`}</p>,
        })}
  >
    {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls sideways must be reached by keyboard */}
    <section className="card overflow-x-auto" aria-label="Tableau des changements" tabIndex={0}>
      <table className="data">
        <caption className="sr-only">Enregistrements ajoutés, changés, détachés et inchangés, par sorte</caption>
        <thead>
          <tr>
            <th scope="col">Sorte</th>
            <th scope="col">Ajoutés</th>
            <th scope="col">Changés</th>
            <th scope="col">Détachés</th>
            <th scope="col">Inchangés</th>
          </tr>
        </thead>
        <tbody>
          {plan.kinds.map((kind) => (
            <tr key={kind.kind}>
              <th scope="row">{RECORD_WORDS[kind.kind]}</th>
              <td>
                <strong>{countOf(kind.added)}</strong>
                {sampleText(kind.samples.added)}
              </td>
              <td>
                <strong>{countOf(kind.changed)}</strong>
                {sampleText(kind.samples.changed)}
              </td>
              <td>
                <strong>{countOf(kind.detached)}</strong>
                {sampleText(kind.samples.detached)}
              </td>
              <td>{countOf(kind.unchanged)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
    {plan.knownPeople === 0 ? null : (
      <p>{`${countOf(plan.vanished)} personnes de l’annuaire, sur ${countOf(plan.knownPeople)}, ne sont pas dans cette livraison. Elles seront détachées et datées, pas effacées.`}</p>
    )}
  </Section>
);

/** Each thing wrong, by file and record. */
export const AnomalyList = ({ anomalies }: { readonly anomalies: readonly Anomaly[] }) => (
  <ul className="card divide-y divide-line px-4 sm:px-5">
    {anomalies.map((anomaly) => {
      const look = SEVERITY_LOOK[anomaly.severity];
      return (
        <li key={`${anomaly.file} ${anomaly.record ?? ''} ${anomaly.code}`} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
          <div className="min-w-64 flex-1">
            <p>{anomaly.message}</p>
            <p className="text-[0.9375rem] wrap-anywhere text-soft">
              {[
                anomaly.file,
                anomaly.record === undefined ? undefined : `enregistrement ${anomaly.record}`,
                anomaly.count > 1 ? `${countOf(anomaly.count)} fois` : undefined,
              ]
                .filter((part) => part !== undefined)
                .join(' · ')}
            </p>
          </div>
          <Status tone={look.tone} icon={look.icon}>
            {look.word}
          </Status>
        </li>
      );
    })}
  </ul>
);
