import type { DatabaseSync } from 'node:sqlite';

export interface Checkpoints {
  readonly find: (mapping: string, shard: string) => string | undefined;
  readonly save: (mapping: string, shard: string, sequence: string) => void;
}

/** Where each stream reader stood, so that a restart neither loses an event nor begins again. */
export const openCheckpoints = (database: DatabaseSync): Checkpoints => {
  database.exec('CREATE TABLE IF NOT EXISTS checkpoints (mapping TEXT, shard TEXT, sequence TEXT NOT NULL, PRIMARY KEY (mapping, shard))');
  const select = database.prepare('SELECT sequence FROM checkpoints WHERE mapping = ? AND shard = ?');
  const upsert = database.prepare('INSERT OR REPLACE INTO checkpoints (mapping, shard, sequence) VALUES (?, ?, ?)');
  return {
    find: (mapping, shard) => {
      const sequence = select.get(mapping, shard)?.['sequence'];
      return typeof sequence === 'string' ? sequence : undefined;
    },
    save: (mapping, shard, sequence) => {
      upsert.run(mapping, shard, sequence);
    },
  };
};
