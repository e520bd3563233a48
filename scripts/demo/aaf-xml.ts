/** Attributes in the order of the feed, each with its values; no value is written as an empty one, as the feeds do. */
export type Attributes = readonly (readonly [name: string, values: readonly string[]])[];

/** The feeds escape apostrophes twice, and some write accents as HTML entities. */
const HTML: Readonly<Record<string, string>> = { é: '&eacute;', è: '&egrave;', È: '&Egrave;', À: '&Agrave;', Â: '&Acirc;', ç: '&ccedil;' };

const escaped = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll("'", '&amp;apos;');

/** A text whose accents are HTML entities, which no XML parser knows by itself. */
const withHtmlEntities = (value: string): string => escaped(value).replaceAll(/[éèÈÀÂç]/g, (letter) => HTML[letter] ?? letter);

const valueOf = (value: string, html: boolean): string => `<value>${html ? withHtmlEntities(value) : escaped(value)}</value>`;

const attr = (name: string, values: readonly string[], html: boolean): string =>
  `<attr name="${name}">${values.length === 0 ? (html ? '<value></value>' : '<value/>') : values.map((value) => valueOf(value, html)).join('')}</attr>`;

export interface RecordText {
  readonly operational: readonly [name: string, value: string];
  readonly id: string;
  readonly attributes: Attributes;
  /** Writes accents as HTML entities and empty values in two tags: both forms exist in real files. */
  readonly html?: boolean;
}

/** One `addRequest` of the feed. */
export const addRequest = ({ operational, id, attributes, html = false }: RecordText): string =>
  `<addRequest>\n<operationalAttributes><attr name="${operational[0]}"><value>${operational[1]}</value></attr></operationalAttributes>\n` +
  `<identifier><id>${id}</id></identifier>\n<attributes>\n${attributes.map(([name, values]) => attr(name, values, html)).join('\n')}\n</attributes>\n</addRequest>\n`;

/** What opens a file: its encoding, the header comment of 2024 and a DTD that nobody may fetch. */
export const opening = (academy: string, encoding: 'UTF-8' | 'ISO-8859-15'): string =>
  `<?xml version="1.0" encoding="${encoding}"?>\n<!DOCTYPE ficAlimMENESR SYSTEM "ficAlimMENESR.dtd">\n` +
  `<!-- versionAF="AAF-VE2407" versionSDET="Annexe 4bis version 6.4" codeAcademieExport="${academy}" degre="2D" -->\n<ficAlimMENESR>\n`;

export const CLOSING = '</ficAlimMENESR>\n';

export const DTD = `<!ELEMENT ficAlimMENESR (addRequest | modifyRequest | deleteRequest)*>
<!ELEMENT addRequest (operationalAttributes, identifier, attributes)>
<!ELEMENT modifyRequest (operationalAttributes, identifier, modifications)>
<!ELEMENT deleteRequest (operationalAttributes, identifier)>
<!ELEMENT operationalAttributes (attr)>
<!ELEMENT identifier (id)>
<!ELEMENT attributes (attr)+>
<!ELEMENT modifications (modification)+>
<!ELEMENT attr (value)+>
<!ATTLIST attr name CDATA #REQUIRED>
<!ELEMENT modification (value)+>
<!ATTLIST modification name CDATA #REQUIRED operation CDATA #REQUIRED>
<!ELEMENT id (#PCDATA)>
<!ELEMENT value (#PCDATA)>
`;
