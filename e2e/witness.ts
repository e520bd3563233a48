import type { BrowserContext, Page } from 'playwright-core';

export interface Witness {
  readonly seen: string[];
}

/** Notes whatever ran, whatever the page's policy had to refuse inline, and whatever left for elsewhere. */
export const watch = (context: BrowserContext, { seen }: Witness): void => {
  context.on('dialog', (dialog) => {
    seen.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) seen.push(`policy: ${message.text().slice(0, 200)}`);
  });
  context.on('request', (request) => {
    if (request.url().includes('canary.invalid')) seen.push(`canary: ${request.url()}`);
  });
};

/** What a text became in the page: nothing that could run. */
export const faultsOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const elements = [...document.querySelectorAll('*')];
    const handlers = elements.flatMap((element) => element.getAttributeNames().filter((name) => name.startsWith('on')));
    const addresses = elements.flatMap((element) =>
      ['href', 'src', 'action', 'formaction', 'xlink:href', 'data', 'srcdoc']
        .map((name) => element.getAttribute(name) ?? '')
        .filter((value) => /^\s*(?:javascript|vbscript|data:text)/iu.test(value)),
    );
    const foreign = elements.filter((element) => ['iframe', 'object', 'embed', 'base', 'marquee'].includes(element.localName));
    return [
      ...('__ran' in window ? ['a script ran'] : []),
      ...handlers.map((name) => `handler ${name}`),
      ...addresses.map((value) => `address ${value.slice(0, 60)}`),
      ...foreign.map((element) => `element ${element.localName}`),
    ];
  });
