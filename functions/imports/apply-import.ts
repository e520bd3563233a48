import { importsOperations } from '@preau/shared/imports/api.ts';
import { mayImport } from '@preau/shared/imports/policy.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { bind } from '../runtime/bind.ts';
import { requestOf } from './request.ts';
import type { ImportsServices } from './services.ts';
import type { StoredImport } from './store.ts';
import { importView } from './stored-view.ts';

/** Planned, or stopped by a fault of ours after it was planned: it goes on where it was. */
const isReady = (record: StoredImport): boolean => record.plan !== undefined && (record.status === 'planned' || record.status === 'failed');

const isUnconfirmed = (record: StoredImport, typed: number | undefined): boolean =>
  !record.started && record.plan?.confirmVanished === true && typed !== record.plan.vanished;

/** Applies what was planned; when more than one person in twenty vanishes, or one lesson in twenty of a school, only with their exact count. */
export const applyImport = bind<ImportsServices>()(importsOperations.applyImport, {
  subject: ({ input, services }) => services.imports.findImport(input.path.importId),
  may: mayImport,
  async run({ subject, input: { body }, services, now }) {
    if (subject.status === 'applied') return refuse('imports.already-applied');
    if (subject.status === 'planning' || subject.status === 'applying') return refuse('imports.busy');
    if (!isReady(subject)) return refuse('imports.not-planned');
    if (isUnconfirmed(subject, body.confirmVanished)) return refuse('imports.confirm-vanished', { vanished: subject.plan?.vanished ?? 0 });
    const { refusal: _refusal, progress: _progress, ...kept } = subject;
    const next: StoredImport = {
      ...kept,
      status: 'applying',
      attempt: subject.attempt + 1,
      updatedAt: now,
      ...(body.confirmVanished === undefined ? {} : { confirmedVanished: body.confirmVanished }),
    };
    const saved = await services.imports.putImport(next, subject, [requestOf(next, 'apply', now)]);
    return saved ? importView(next) : refuse('imports.busy');
  },
});
