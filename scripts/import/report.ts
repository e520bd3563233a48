import type { Anomaly, ImportKind, ImportRecord, KindPlan, Plan } from '@preau/shared/imports/schema.ts';
import { RECORD_WORDS, vanishWarning } from '@preau/shared/imports/words.ts';

const right = (value: string | number, width: number): string => String(value).padStart(width);

const kindLine = ({ kind, added, changed, detached, unchanged }: KindPlan): string =>
  `  ${RECORD_WORDS[kind].padEnd(16)}${right(added, 9)}${right(changed, 10)}${right(detached, 11)}${right(unchanged, 11)}`;

const sampleLines = ({ kind, samples }: KindPlan): string[] =>
  (
    [
      ['ajoutés', samples.added],
      ['modifiés', samples.changed],
      ['détachés', samples.detached],
    ] as const
  )
    .filter(([, names]) => names.length > 0)
    .map(([what, names]) => `  ${RECORD_WORDS[kind]} ${what}, par exemple : ${names.join(' ; ')}`);

/** What applying would do, as a table and a few examples. */
export const planReport = (kind: ImportKind, plan: Plan): string =>
  [
    plan.deliveryDate === undefined ? undefined : `Livraison ${plan.delta ? 'Delta' : 'complète'} du ${plan.deliveryDate}`,
    `  ${''.padEnd(16)}${right('ajoutés', 9)}${right('modifiés', 10)}${right('détachés', 11)}${right('inchangés', 11)}`,
    ...plan.kinds.map(kindLine),
    ...plan.kinds.flatMap(sampleLines),
    ...(plan.confirmVanished ? [`Attention : ${vanishWarning(kind, plan)} Si c’est voulu : --confirm-vanished ${plan.vanished}`] : []),
  ]
    .filter((line) => line !== undefined)
    .join('\n');

const SEVERITIES = { refuses: 'REFUSE', drops: 'écarté', warns: 'à voir' } as const;

const anomalyLine = ({ severity, file, record, message, count }: Anomaly): string =>
  `  ${SEVERITIES[severity].padEnd(7)} ${[file, record].filter((part) => part !== undefined && part !== '').join(' / ') || 'livraison'} : ${message}${count > 1 ? ` (${count} fois)` : ''}`;

/** Every anomaly by file and record. */
export const anomalyReport = (record: ImportRecord, anomalies: readonly Anomaly[]): string =>
  anomalies.length === 0 ? 'Aucune anomalie.' : [`${record.anomalyCount} anomalies :`, ...anomalies.map(anomalyLine)].join('\n');

export const progressLine = ({ progress, status }: ImportRecord): string => {
  if (progress === undefined) return status === 'applying' ? 'Écriture…' : 'Examen…';
  return `${progress.step} : ${progress.done}${progress.total === undefined ? '' : ` sur ${progress.total}`}`;
};

export const resultLine = (record: ImportRecord): string =>
  record.status === 'applied'
    ? `Import appliqué : ${record.written} fiches écrites.`
    : `Import non appliqué : ${record.refusal?.message ?? record.status}`;
