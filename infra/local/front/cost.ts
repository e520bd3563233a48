interface Units {
  readonly rru: number;
  readonly wru: number;
  readonly calls: number;
}

export interface Cost {
  readonly add: (operation: string, table: string, units: number) => void;
  readonly total: () => Units;
  /** By `<operation> <table>`. */
  readonly details: () => Readonly<Record<string, { readonly units: number; readonly calls: number }>>;
  readonly reset: () => void;
}

const WRITES = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'TransactWriteItems']);

/** What DynamoDB would bill: request units of every call, indexes included. */
export const costMeter = (): Cost => {
  const lines = new Map<string, { units: number; calls: number }>();
  return {
    add: (operation, table, units) => {
      const line = lines.get(`${operation} ${table}`) ?? { units: 0, calls: 0 };
      lines.set(`${operation} ${table}`, { units: line.units + units, calls: line.calls + 1 });
    },
    total: () => {
      const sum = { rru: 0, wru: 0, calls: 0 };
      for (const [name, line] of lines) {
        sum[WRITES.has(name.slice(0, name.indexOf(' '))) ? 'wru' : 'rru'] += line.units;
        sum.calls += line.calls;
      }
      return sum;
    },
    details: () => Object.fromEntries([...lines].sort(([a], [b]) => a.localeCompare(b))),
    reset: () => lines.clear(),
  };
};
