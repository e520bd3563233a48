import { importsOperations } from '@preau/shared/imports/api.ts';
import { mayImport } from '@preau/shared/imports/policy.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { bind } from '../runtime/bind.ts';
import { requestOf } from './request.ts';
import type { ImportsServices } from './services.ts';
import { importView } from './stored-view.ts';

/** Asks for a dry run: nothing of the directory changes. */
export const requestPlan = bind<ImportsServices>()(importsOperations.requestPlan, {
  subject: ({ input, services }) => services.imports.findImport(input.path.importId),
  may: mayImport,
  async run({ subject, services, now }) {
    if (subject.status === 'applied') return refuse('imports.already-applied');
    if (subject.status === 'planning' || subject.status === 'applying') return refuse('imports.busy');
    if (!(await services.deliveries.hasArrived(subject.importId))) return refuse('imports.file-missing');
    const { refusal: _refusal, progress: _progress, plan: _plan, ...kept } = subject;
    const next = { ...kept, status: 'planning' as const, attempt: subject.attempt + 1, updatedAt: now };
    const saved = await services.imports.putImport(next, subject, [requestOf(next, 'plan', now)]);
    return saved ? importView(next) : refuse('imports.busy');
  },
});
