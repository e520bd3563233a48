import { isSafeHref, isWritableLatex, RICH_TEXT_LATEX_MAX } from './rich-text-limits.ts';
import type { Inline, Mark, Text } from './rich-text.ts';

export type ToggledMark = 'bold' | 'italic' | 'underline';

/** In this order wherever several begin or end together: `***` is then always read as `**` and `*`. */
export const DELIMITERS = [
  ['bold', '**'],
  ['underline', '__'],
  ['italic', '*'],
] as const satisfies readonly (readonly [ToggledMark, string])[];

type Token =
  /** `raw` is what was written; an escaped space holds like a letter, so its `raw` is the escape. */
  | { readonly kind: 'text'; readonly raw: string; readonly text: string; readonly mark?: Mark | undefined }
  | { readonly kind: 'node'; readonly node: Inline }
  | { readonly kind: 'delimiter'; readonly toggles: ToggledMark; readonly sign: string };

const PLAIN = /^[^\\`$[*_h\n]+/u;
const ESCAPED = /^\\([!-/:-@[-`{-~•]|[^\S\n])/u;
const CODE = /^`((?:\\[\\`]|[^`\\\n]|\\(?![\\`]))+)`/u;
const FORMULA = /^\$\$((?:\\.|[^$\\\n])+)\$\$|^\$(?=\S)((?:\\.|[^$\\\n])*(?:\\.|[^$\\\s]))\$/u;
const LINK = /^\[((?:\\.|[^[\]\\`$\n])+)\]\(([^\s()]+)\)/u;
export const BARE_LINK = /^https:\/\/[^\s<>()[\]{}*`$\\"|«»]{0,1980}[^\s<>()[\]{}*`$\\"|«».,;:!?'’…_]/u;

const written = (raw: string, text: string, mark?: Mark): Token => ({ kind: 'text', raw, text, mark });

interface Found {
  readonly tokens: readonly Token[];
  readonly length: number;
}
const found = (length: number, ...tokens: readonly Token[]): Found => ({ tokens, length });

const formulaAt = (rest: string): Found | undefined => {
  const match = FORMULA.exec(rest);
  const latex = (match?.[1] ?? match?.[2] ?? '').trim();
  if (match === null || latex.length > RICH_TEXT_LATEX_MAX || !isWritableLatex(latex)) return undefined;
  return found(match[0].length, { kind: 'node', node: { type: 'formula', attrs: { latex } } });
};

const linkAt = (rest: string): Found | undefined => {
  const [whole, label, href] = LINK.exec(rest) ?? [];
  if (whole !== undefined && label !== undefined && href !== undefined && isSafeHref(href))
    return found(whole.length, ...tokensOf(label, { type: 'link', attrs: { href } }));
  const bare = BARE_LINK.exec(rest)?.[0];
  if (bare === undefined || !isSafeHref(bare)) return undefined;
  return found(bare.length, written(bare, bare, { type: 'link', attrs: { href: bare } }));
};

const codeAt = (rest: string): Found | undefined => {
  const [whole, code] = CODE.exec(rest) ?? [];
  if (whole === undefined || code === undefined) return undefined;
  return found(whole.length, written(whole, code.replaceAll(/\\([\\`])/gu, '$1'), { type: 'code' }));
};

const delimiterAt = (rest: string): Found | undefined => {
  const [toggles, sign] = DELIMITERS.find(([, candidate]) => rest.startsWith(candidate)) ?? [];
  return toggles === undefined || sign === undefined ? undefined : found(sign.length, { kind: 'delimiter', toggles, sign });
};

/** What a line's rest begins with; a link's label holds neither code nor another link. */
const nextOf = (rest: string, label: Mark | undefined): Found => {
  const ordinary = PLAIN.exec(rest)?.[0];
  if (ordinary !== undefined) return found(ordinary.length, written(ordinary, ordinary, label));
  if (rest.startsWith('\n')) return found(1, { kind: 'node', node: { type: 'hardBreak' } });
  const [escape, character] = ESCAPED.exec(rest) ?? [];
  if (escape !== undefined && character !== undefined) return found(escape.length, written('\\', character, label));
  const outsideLabels = label === undefined ? (codeAt(rest) ?? formulaAt(rest) ?? linkAt(rest)) : undefined;
  const first = rest.slice(0, 1);
  return outsideLabels ?? delimiterAt(rest) ?? found(1, written(first, first, label));
};

const tokensOf = (text: string, label?: Mark): readonly Token[] => {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    const next = nextOf(text.slice(at), label);
    tokens.push(...next.tokens);
    at += next.length;
  }
  return tokens;
};

const holds = (token: Token | undefined, edge: RegExp): boolean => {
  if (token === undefined) return false;
  return token.kind === 'text' ? !edge.test(token.raw) : token.kind === 'node' && token.node.type !== 'hardBreak';
};

/** For each token, whether a delimiter there may open (something follows at once) and close (something precedes at once). */
const edgesOf = (tokens: readonly Token[]) => {
  const mayClose: boolean[] = [];
  const mayOpenBackwards: boolean[] = [];
  let solid = false;
  for (const token of tokens) {
    mayClose.push(solid);
    if (token.kind !== 'delimiter') solid = holds(token, /\s$/u);
  }
  solid = false;
  for (const token of tokens.toReversed()) {
    mayOpenBackwards.push(solid);
    if (token.kind !== 'delimiter') solid = holds(token, /^\s/u);
  }
  return { mayClose, mayOpen: mayOpenBackwards.toReversed() };
};

const marksOf = (own: Mark | undefined, active: ReadonlySet<ToggledMark>): readonly Mark[] => {
  if (own?.type === 'code') return [own];
  const toggled = (['bold', 'italic', 'underline'] as const).filter((type) => active.has(type)).map((type) => ({ type }));
  return own === undefined ? toggled : [...toggled, own];
};

const textNode = (text: string, marks: readonly Mark[]): Text => ({
  type: 'text',
  text,
  ...(marks.length === 0 ? {} : { marks: [...marks] }),
});

const joined = (inlines: readonly Inline[]): Inline[] => {
  const result: Inline[] = [];
  for (const inline of inlines) {
    const last = result.at(-1);
    const same = inline.type === 'text' && last?.type === 'text' && JSON.stringify(inline.marks) === JSON.stringify(last.marks);
    if (same) result.splice(-1, 1, { ...last, text: last.text + inline.text });
    else result.push(inline);
  }
  return result;
};

/** A paragraph's Markdown: what is not a sign that opens and closes something stays as it was typed. */
export const inlinesFrom = (markdown: string): Inline[] => {
  const tokens = tokensOf(markdown);
  const { mayClose, mayOpen } = edgesOf(tokens);
  const lastClosing = new Map<ToggledMark, number>();
  for (const [index, token] of tokens.entries()) if (token.kind === 'delimiter' && mayClose[index]) lastClosing.set(token.toggles, index);

  const active = new Set<ToggledMark>();
  const inlines = tokens.map((token, index): Inline | undefined => {
    if (token.kind === 'node') return token.node;
    if (token.kind === 'text') return textNode(token.text, marksOf(token.mark, active));
    if (active.has(token.toggles) && mayClose[index]) {
      active.delete(token.toggles);
      return undefined;
    }
    if (!active.has(token.toggles) && mayOpen[index] && (lastClosing.get(token.toggles) ?? -1) > index) {
      active.add(token.toggles);
      return undefined;
    }
    return textNode(token.sign, marksOf(undefined, active));
  });
  return joined(inlines.filter((inline) => inline !== undefined));
};
