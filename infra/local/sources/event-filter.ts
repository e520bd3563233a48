import { isJson, parseJson } from '../json.ts';

export type EventFilter = (record: unknown) => boolean;

const matchesValue = (rule: unknown, value: unknown): boolean => {
  if (!isJson(rule)) return rule === value;
  if ('exists' in rule) return (value !== undefined) === (rule['exists'] === true);
  if ('prefix' in rule) return typeof value === 'string' && value.startsWith(String(rule['prefix']));
  if ('suffix' in rule) return typeof value === 'string' && value.endsWith(String(rule['suffix']));
  if ('anything-but' in rule) {
    const but = rule['anything-but'];
    return value !== undefined && !(Array.isArray(but) ? but : [but]).includes(value);
  }
  throw new Error(`Unknown filter rule ${Object.keys(rule).join()}`);
};

const matches = (pattern: unknown, value: unknown): boolean => {
  if (Array.isArray(pattern)) return pattern.some((rule) => matchesValue(rule, value));
  if (!isJson(pattern)) return pattern === value;
  return Object.entries(pattern).every(([name, inner]) => matches(inner, isJson(value) ? value[name] : undefined));
};

/** The filters of an event source mapping: a record passes when any of them matches; without filters, everything passes. */
export const eventFilter = (patterns: readonly string[]): EventFilter => {
  if (patterns.length === 0) return () => true;
  const parsed = patterns.map(parseJson);
  return (record) => parsed.some((pattern) => matches(pattern, record));
};
