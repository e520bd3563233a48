import type { ServiceRow } from '@preau/shared/assessment/marks-views.ts';
import { periodOn } from '@preau/shared/assessment/periods.ts';
import { frenchDecimal } from '@preau/shared/assessment/rounding.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Card, Empty } from '@/ui/card.tsx';
import { Status } from '@/ui/status.tsx';
import { gridAddress, settingsAddress } from './addresses.ts';

interface ServiceListProps {
  readonly services: readonly ServiceRow[];
  readonly today: string;
  readonly empty: string;
}

const presentOf = ({ periods }: ServiceRow, today: string): string | undefined =>
  (periodOn(periods, today) ?? periods.findLast(({ from }) => from <= today) ?? periods[0])?.key;

const weightWords = ({ weights }: ServiceRow): readonly string[] =>
  weights.flatMap(({ weight }) => (weight.kind === 'said' ? [`coefficient ${frenchDecimal(weight.coefficient)}`] : []));

/** Services by their subject and whom they are taught to, each with the way to its grid. */
export const ServiceList = ({ services, today, empty }: ServiceListProps) =>
  services.length === 0 ? (
    <Empty>{empty}</Empty>
  ) : (
    <ul className="grid gap-4 sm:grid-cols-2">
      {services.map((row) => {
        const { service, mayChange, mayEnter, weights } = row;
        const words = [...new Set(weightWords(row))];
        const period = presentOf(row, today);
        return (
          <li key={service.serviceId}>
            <Card className="flex h-full flex-col gap-3 p-4 sm:p-5">
              <div className="flex-1">
                <h2 className="text-xl">{`${service.to} · ${service.subject}`}</h2>
                <p className="text-soft">
                  {[...[...service.teachers, ...service.settings.coTeachers].map(({ name }) => name), ...words].join(' · ')}
                </p>
                {weights.some(({ weight }) => weight.kind === 'conflict') ? (
                  <p className="mt-2">
                    <Status tone="amber" icon="warning" wraps>
                      Deux coefficients différents : à régler
                    </Status>
                  </p>
                ) : null}
              </div>
              <p className="flex flex-wrap gap-2">
                <Anchor href={gridAddress(service.serviceId, period)} className="btn btn-primary">
                  {mayEnter ? 'Saisir les notes' : 'Voir les notes'}
                  <span className="sr-only">{` : ${service.to}, ${service.subject}`}</span>
                </Anchor>
                {mayChange ? (
                  <Anchor href={settingsAddress(service.serviceId)} className="btn btn-quiet">
                    Régler
                    <span className="sr-only">{` : ${service.to}, ${service.subject}`}</span>
                  </Anchor>
                ) : null}
              </p>
            </Card>
          </li>
        );
      })}
    </ul>
  );
