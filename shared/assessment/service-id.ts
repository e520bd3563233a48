import { ClassId, EvaluationId, GroupId, ServiceId } from '../kernel/ids.ts';
import { PeriodKey } from './periods.ts';

/** Whom a service is taught to: a whole class, or a group whose pupils may come from several. */
export type Holder = { readonly kind: 'class'; readonly classId: ClassId } | { readonly kind: 'group'; readonly groupId: GroupId };

export interface ServiceName {
  readonly holder: Holder;
  /** Eight characters that the subject's label always gives. */
  readonly subjectKey: string;
}

export interface EvaluationName {
  readonly serviceId: ServiceId;
  readonly period: PeriodKey;
  readonly key: string;
}

/** `svc_c-<class>-<subject>` or `svc_g-<group>-<subject>`. */
export const serviceIdOf = ({ holder, subjectKey }: ServiceName): ServiceId =>
  ServiceId.parse(
    holder.kind === 'class' ? `svc_c-${holder.classId.slice(4)}-${subjectKey}` : `svc_g-${holder.groupId.slice(4)}-${subjectKey}`,
  );

/** What a service's name holds; undefined when it names no possible one. */
export const partsOfServiceId = (serviceId: string): ServiceName | undefined => {
  const parts = /^svc_(?<kind>[cg])-(?<of>.+)-(?<subject>[a-z2-7]{8})$/.exec(serviceId)?.groups;
  if (parts === undefined) return undefined;
  const subjectKey = parts['subject'] ?? '';
  if (parts['kind'] === 'c') {
    const classId = ClassId.safeParse(`cls_${parts['of']}`);
    return classId.success ? { holder: { kind: 'class', classId: classId.data }, subjectKey } : undefined;
  }
  const groupId = GroupId.safeParse(`grp_${parts['of']}`);
  return groupId.success ? { holder: { kind: 'group', groupId: groupId.data }, subjectKey } : undefined;
};

/** `evl_<service>-<period>-<key>`. */
export const evaluationIdOf = ({ serviceId, period, key }: EvaluationName): EvaluationId =>
  EvaluationId.parse(`evl_${serviceId.slice(4)}-${period}-${key}`);

/** What an evaluation's name holds; undefined when it names no possible one. */
export const partsOfEvaluationId = (evaluationId: string): EvaluationName | undefined => {
  const parts = /^evl_(?<service>.+)-(?<period>20\d{2}-(?:T[1-3]|S[12]))-(?<key>[a-z2-7]+)$/.exec(evaluationId)?.groups;
  if (parts === undefined) return undefined;
  const serviceId = ServiceId.safeParse(`svc_${parts['service']}`);
  const period = PeriodKey.safeParse(parts['period']);
  return serviceId.success && period.success && partsOfServiceId(serviceId.data) !== undefined
    ? { serviceId: serviceId.data, period: period.data, key: parts['key'] ?? '' }
    : undefined;
};
