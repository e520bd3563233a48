import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { TableSpec } from '@preau/shared/kernel/table.ts';
import type { App } from 'aws-cdk-lib';
import { academyKey } from '../constructs/academy-key.ts';
import { AcademyStack } from '../constructs/academy-stack.ts';
import { domainTable } from '../constructs/domain-table.ts';
import { accessLogBucket, privateBucket } from '../constructs/private-bucket.ts';
import { domains } from '../domains.ts';
import { bucketName, type Setting } from '../setting.ts';

export interface DomainTable {
  readonly spec: TableSpec;
  readonly table: TableV2;
}

/** What must outlive everything else: tables, files and the key that reads them. */
export class DataStack extends AcademyStack {
  readonly key: IKey;
  readonly tables: ReadonlyMap<string, DomainTable>;

  constructor(app: App, setting: Setting) {
    super(app, setting, 'data');
    const key = academyKey(this, setting.academy.account);
    const logs = accessLogBucket(this, setting.academy.account);
    const { webOrigin } = setting;
    this.key = key;
    this.tables = new Map(
      domains.flatMap(({ table: spec }) => (spec === undefined ? [] : [[spec.domain, { spec, table: domainTable(this, spec, key) }]])),
    );
    // Left to the functions that refer to them, their order would follow the CDK's own counters, which differ from one synthesis to the next.
    for (const { table } of this.tables.values()) this.exportValue(table.tableArn);
    // A delivery is read within the day; a month leaves time to understand one that went wrong.
    privateBucket(this, 'Deliveries', { bucketName: bucketName(setting, 'deliveries'), key, logs, webOrigin, keptDays: 30 });
    // Justifications, lessons and works serve until the end of the school year after theirs.
    privateBucket(this, 'Files', {
      bucketName: bucketName(setting, 'files'),
      key,
      logs,
      webOrigin,
      keptDays: 730,
      quarantine: 'quarantine/',
    });
  }
}
