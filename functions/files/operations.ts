import type { Bound } from '../runtime/bind.ts';
import { confirmArrival } from './confirm-arrival.ts';
import { listFiles } from './list-files.ts';
import { prepareUpload } from './prepare-upload.ts';
import { readUpload } from './read-upload.ts';
import type { FilesServices } from './services.ts';
import { withdrawFile } from './withdraw-file.ts';

export const operations: readonly Bound<FilesServices>[] = [prepareUpload, listFiles, readUpload, confirmArrival, withdrawFile];
