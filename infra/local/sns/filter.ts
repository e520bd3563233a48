import { isJson, type Json } from '../json.ts';

const matchesRule = (rule: unknown, value: string | undefined): boolean => {
  if (typeof rule === 'string') return value === rule;
  if (typeof rule === 'number') return value !== undefined && Number(value) === rule;
  if (!isJson(rule)) return false;
  if ('exists' in rule) return (value !== undefined) === (rule['exists'] === true);
  if (value === undefined) return false;
  if (typeof rule['prefix'] === 'string') return value.startsWith(rule['prefix']);
  if (typeof rule['suffix'] === 'string') return value.endsWith(rule['suffix']);
  if ('anything-but' in rule) {
    const but = rule['anything-but'];
    return !(Array.isArray(but) ? but : [but]).some((unwanted) => matchesRule(unwanted, value));
  }
  throw new Error(`Unknown filter rule ${Object.keys(rule).join()}`);
};

const valuesOf = (attribute: unknown): readonly (string | undefined)[] => {
  if (!isJson(attribute)) return [undefined];
  const text = typeof attribute['StringValue'] === 'string' ? attribute['StringValue'] : undefined;
  if (attribute['DataType'] !== 'String.Array' || text === undefined) return [text];
  const items: unknown = JSON.parse(text);
  return Array.isArray(items) ? items.map(String) : [text];
};

/** True when message attributes satisfy a subscription's filter policy: every key, by any of its rules. */
export const matchesPolicy = (policy: Json, attributes: Json): boolean =>
  Object.entries(policy).every(
    ([name, rules]) => Array.isArray(rules) && valuesOf(attributes[name]).some((value) => rules.some((rule) => matchesRule(rule, value))),
  );
