/** A JSON object of unknown content: templates and requests are read with these, never trusted. */
export type Json = Readonly<Record<string, unknown>>;

export const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Parses text that should hold a JSON object; anything else is an empty object. */
export const parseJson = (text: string): Json => {
  try {
    const value: unknown = JSON.parse(text);
    return isJson(value) ? value : {};
  } catch {
    return {};
  }
};

export const field = (value: unknown, key: string): unknown => (isJson(value) ? value[key] : undefined);

export const objectIn = (value: unknown, key: string): Json => {
  const inner = field(value, key);
  return isJson(inner) ? inner : {};
};

export const listIn = (value: unknown, key: string): readonly unknown[] => {
  const inner = field(value, key);
  return Array.isArray(inner) ? inner : [];
};

export const textIn = (value: unknown, key: string): string | undefined => {
  const inner = field(value, key);
  if (typeof inner === 'string') return inner;
  return typeof inner === 'number' || typeof inner === 'boolean' ? String(inner) : undefined;
};

export const numberIn = (value: unknown, key: string): number | undefined => {
  const text = textIn(value, key);
  return text === undefined || text === '' || Number.isNaN(Number(text)) ? undefined : Number(text);
};

/** CloudFormation writes true both as a boolean and as text. */
export const flagIn = (value: unknown, key: string): boolean => textIn(value, key) === 'true';

export const textsIn = (value: unknown, key: string): readonly string[] => listIn(value, key).filter((item) => typeof item === 'string');

/** Every value of an object as text, for attribute maps. */
export const textMap = (value: unknown): Readonly<Record<string, string>> =>
  isJson(value)
    ? Object.fromEntries(
        Object.keys(value).flatMap((key) => {
          const text = textIn(value, key);
          return text === undefined ? [] : [[key, text]];
        }),
      )
    : {};
