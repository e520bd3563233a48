import type { ImportRecord } from '@preau/shared/imports/schema.ts';
import type { StoredImport } from './store.ts';

/** An import as operators read it. */
export const importView = ({ anomaliesOf: _anomaliesOf, ...record }: StoredImport): ImportRecord => record;
