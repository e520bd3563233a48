import * as z from 'zod';
import { ClassId, PersonId, SchoolId, ServiceId } from '../kernel/ids.ts';
import { operation } from '../kernel/operation.ts';
import { LocalDate } from '../kernel/school-time.ts';
import { assessmentErrors } from './errors.ts';
import { Coefficient } from './mark.ts';
import { MarksSettings } from './marks-settings.ts';
import { ServiceRow } from './marks-views.ts';
import { ServiceSettings } from './schema.ts';

const servicePath = z.strictObject({ serviceId: ServiceId });
const classPath = z.strictObject({ schoolId: SchoolId, classId: ClassId });
const schoolPath = z.strictObject({ schoolId: SchoolId });
/** The version that the page showed. */
const version = z.int().min(0);
const SettingsOfSchool = z.strictObject({ settings: MarksSettings, version: z.int(), mayChange: z.boolean() });

const errors = assessmentErrors;

export const servicesOperations = {
  listServices: operation({
    id: 'assessment.list-services',
    method: 'GET',
    path: '/services',
    summary: 'Lister les services que l’on enseigne, ou que l’on remplace aujourd’hui',
    access: 'session',
    input: {},
    output: z.strictObject({ today: LocalDate, services: z.array(ServiceRow) }),
    errors,
    refusals: [],
  }),
  listServicesOfClass: operation({
    id: 'assessment.list-services-of-class',
    method: 'GET',
    path: '/schools/{schoolId}/classes/{classId}/services',
    summary: 'Lister les services d’une classe, avec leurs coefficients et leurs désaccords',
    access: 'session',
    input: { path: classPath },
    output: z.strictObject({
      today: LocalDate,
      className: z.string(),
      services: z.array(ServiceRow),
      /** Of the class's coefficients. */
      version: z.int(),
      mayChange: z.boolean(),
    }),
    errors,
    refusals: [],
  }),
  setClassCoefficients: operation({
    id: 'assessment.set-class-coefficients',
    method: 'PUT',
    path: '/schools/{schoolId}/classes/{classId}/coefficients',
    summary: 'Fixer ce que chaque service pèse pour une classe',
    access: 'session',
    input: {
      path: classPath,
      body: z.strictObject({ version, coefficients: z.array(z.strictObject({ serviceId: ServiceId, coefficient: Coefficient })).max(60) }),
    },
    output: z.strictObject({ version: z.int(), services: z.array(ServiceRow) }),
    errors,
    refusals: ['assessment.changed-meanwhile', 'assessment.service-unknown'],
  }),
  readService: operation({
    id: 'assessment.read-service',
    method: 'GET',
    path: '/services/{serviceId}',
    summary: 'Lire un service : ses enseignants, ses réglages, ses périodes',
    access: 'session',
    input: { path: servicePath },
    output: z.strictObject({ today: LocalDate, row: ServiceRow }),
    errors,
    refusals: [],
  }),
  changeService: operation({
    id: 'assessment.change-service',
    method: 'PUT',
    path: '/services/{serviceId}',
    summary: 'Régler un service : coefficients, sous-matières, barème, co-enseignants',
    access: 'session',
    input: {
      path: servicePath,
      body: ServiceSettings.omit({ coTeachers: true }).extend({ version, coTeacherIds: z.array(PersonId).max(6) }),
    },
    output: z.strictObject({ row: ServiceRow }),
    errors,
    refusals: ['assessment.changed-meanwhile', 'assessment.sub-subject-used', 'assessment.teacher-unknown', 'assessment.service-unknown'],
  }),
  readMarksSettings: operation({
    id: 'assessment.read-marks-settings',
    method: 'GET',
    path: '/schools/{schoolId}/marks-settings',
    summary: 'Lire les règles d’un établissement pour les notes : heures, délai des parents, arrondis',
    access: 'session',
    input: { path: schoolPath },
    output: SettingsOfSchool,
    errors,
    refusals: [],
  }),
  changeMarksSettings: operation({
    id: 'assessment.change-marks-settings',
    method: 'PUT',
    path: '/schools/{schoolId}/marks-settings',
    summary: 'Changer les règles d’un établissement pour les notes',
    access: 'session',
    input: { path: schoolPath, body: z.strictObject({ settings: MarksSettings, version }) },
    output: SettingsOfSchool,
    errors,
    refusals: ['assessment.changed-meanwhile', 'assessment.hours-outside-window'],
  }),
} as const;
