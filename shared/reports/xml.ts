export interface XmlElement {
  readonly name: string;
  /** Written in this order; an absent one is left out. */
  readonly attributes: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly content: readonly XmlElement[] | string;
}

export const element = (
  name: string,
  attributes: XmlElement['attributes'] = {},
  content: readonly (XmlElement | undefined)[] | string = [],
): XmlElement => ({ name, attributes, content: typeof content === 'string' ? content : content.filter((one) => one !== undefined) });

/** Characters that XML 1.0 cannot hold at all, halves of a pair included. */
// oxlint-disable-next-line no-control-regex
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** What of a text XML can hold. */
export const writable = (text: string): string => text.toWellFormed().replaceAll(UNWRITABLE, '');

/** Any text as XML can hold it: what it cannot is removed, what it would misread is escaped. */
export const escapeXml = (text: string): string => writable(text).replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

const attributeText = (text: string): string => escapeXml(text).replaceAll(/\s+/g, ' ');

const print = ({ name, attributes, content }: XmlElement): string => {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${attributeText(String(value))}"`)
    .join('');
  if (content.length === 0) return `<${name}${written}/>`;
  return `<${name}${written}>${typeof content === 'string' ? escapeXml(content) : content.map(print).join('')}</${name}>`;
};

export const printXml = (root: XmlElement): string => `<?xml version="1.0" encoding="UTF-8"?>\n${print(root)}\n`;
