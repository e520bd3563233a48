import * as z from 'zod';
import { ServiceId } from '../kernel/ids.ts';
import { operation } from '../kernel/operation.ts';
import { councilErrors } from './council-errors.ts';
import { PeriodKey } from './periods.ts';
import { Programme, WrittenElements } from './programme.ts';

/** What was written of the programme; revision 0 when nothing was. */
export const ProgrammeView = z.strictObject({
  elements: WrittenElements,
  revision: z.int().min(0),
  written: Programme.pick({ byName: true, at: true }).optional(),
});
export type ProgrammeView = z.infer<typeof ProgrammeView>;

export const programmeOperations = {
  writeProgramme: operation({
    id: 'assessment.write-programme',
    method: 'PUT',
    path: '/services/{serviceId}/programme/{period}',
    summary: 'Écrire les éléments du programme travaillés dans un service pendant une période',
    access: 'session',
    input: {
      path: z.strictObject({ serviceId: ServiceId, period: PeriodKey }),
      body: z.strictObject({ revision: z.int().min(0), elements: WrittenElements }),
    },
    output: ProgrammeView,
    errors: councilErrors,
    refusals: ['assessment.period-unknown', 'assessment.period-closed', 'assessment.changed-meanwhile'],
  }),
} as const;
