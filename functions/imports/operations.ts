import type { Bound } from '../runtime/bind.ts';
import { applyImport } from './apply-import.ts';
import { listImports } from './list-imports.ts';
import { readImport } from './read-import.ts';
import { requestPlan } from './request-plan.ts';
import type { ImportsServices } from './services.ts';
import { startUpload } from './start-upload.ts';

export const operations: readonly Bound<ImportsServices>[] = [startUpload, requestPlan, readImport, applyImport, listImports];
