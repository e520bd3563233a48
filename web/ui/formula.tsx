import { createElement, type ReactNode } from 'react';
import temml from 'temml';

/** In em: a drawn rule or a space larger than this would cover the page. */
const BIGGEST: [number, number] = [10, 10];

/** What a formula may be made of: any other element, attribute or style of the library's tree shows the formula as it was typed. */
const ELEMENTS = new Set(
  'math mrow mi mn mo ms mtext mspace msqrt mroot mfrac msub msup msubsup munder mover munderover mmultiscripts mprescripts none mtable mtr mtd mstyle mpadded mphantom menclose'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(
  'fence form stretchy symmetric lspace rspace minsize maxsize separator accent accentunder linethickness width height depth voffset displaystyle scriptlevel mathvariant columnalign columnspan rowspan columnspacing rowspacing columnlines rowlines frame notation mathbackground mathcolor largeop movablelimits display'.split(
    ' ',
  ),
);
const STYLES = new Set(
  'color backgroundColor padding paddingLeft paddingRight paddingTop paddingBottom border borderTop borderBottom borderLeft borderRight textAlign fontWeight fontStyle width height verticalAlign'.split(
    ' ',
  ),
);
const PLAIN_VALUE = /^[#\w.\s%+-]{0,40}$/u;

/** The library's own tree, which it does not describe; read with care. */
type Tree = Readonly<Record<string, unknown>>;

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

const kept = (record: unknown, names: ReadonlySet<string>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(isTree(record) ? record : {}).flatMap(([name, value]) =>
      names.has(name) && PLAIN_VALUE.test(String(value)) ? [[name, String(value)]] : [],
    ),
  );

class UnknownPart extends Error {}

const elementOf = (node: unknown, key: number): ReactNode => {
  if (!isTree(node)) throw new UnknownPart();
  const children = Array.isArray(node['children']) ? node['children'].map(elementOf) : [];
  if (typeof node['text'] === 'string') return node['text'];
  if (node['type'] === undefined) return children;
  if (typeof node['type'] !== 'string' || !ELEMENTS.has(node['type'])) throw new UnknownPart();
  const style = kept(node['style'], STYLES);
  return createElement(
    node['type'],
    { key, ...kept(node['attributes'], ATTRIBUTES), ...(Object.keys(style).length === 0 ? {} : { style }) },
    ...children,
  );
};

const mathOf = (latex: string, displayMode: boolean): ReactNode => {
  try {
    const options = { displayMode, throwOnError: true, trust: false, strict: false, maxExpand: 100, maxSize: BIGGEST, macros: {} };
    return elementOf(temml.__renderToMathMLTree(latex, options), 0);
  } catch {
    return undefined;
  }
};

interface FormulaProps {
  readonly latex: string;
  /** Alone in its paragraph. */
  readonly alone?: boolean;
}

/** A formula as MathML, made on the server; what is not LaTeX is shown as it was typed. */
export const Formula = ({ latex, alone = false }: FormulaProps) =>
  mathOf(latex, alone) ?? <code className="rounded bg-sunken px-1 font-mono wrap-anywhere">{latex}</code>;
