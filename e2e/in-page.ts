/// <reference lib="dom" />
import type { Page } from 'playwright-core';

const FOCUSABLE = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';

/** What is wrong with the focus of the moment, or nothing; and what has it. */
const inspectFocus = (page: Page): Promise<{ readonly fault?: string; readonly stop?: string }> =>
  page.evaluate(() => {
    const focused = document.activeElement;
    if (focused === null || focused === document.body || !(focused instanceof HTMLElement)) return {};
    focused.dataset['reached'] = 'yes';
    const name = `${focused.tagName} ${focused.getAttribute('name') ?? ''} ${(focused.textContent ?? '').trim().slice(0, 40)}`;
    // A radio drawn by its label shows its focus there.
    const drawn = [focused, ...(focused.nextElementSibling === null ? [] : [focused.nextElementSibling])];
    const isSeen = drawn.some((one) => {
      const style = getComputedStyle(one);
      return (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0) || style.boxShadow.includes('6px');
    });
    if (!isSeen) return { stop: name, fault: `no visible focus on ${name}` };
    const box = focused.getBoundingClientRect();
    // A link that runs over two lines has its centre between them: one of its lines is enough.
    const points = [box, ...focused.getClientRects()].map((one) => [one.left + one.width / 2, one.top + one.height / 2] as const);
    const owner = focused.closest('label') ?? focused;
    const isOnTop = points.some(([x, y]) => {
      const top = document.elementFromPoint(x, y);
      return top !== null && (owner.contains(top) || top.contains(focused));
    });
    return isOnTop ? { stop: name } : { stop: name, fault: `hidden focus on ${name}` };
  });

/** Tabs through the whole page: where the focus cannot be seen, is covered, or never comes. */
export const tabThrough = async (page: Page): Promise<readonly string[]> => {
  const faults: string[] = [];
  await page.evaluate(() => {
    // Whatever had the focus, tabbing begins at the top.
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
    window.scrollTo(0, 0);
  });
  for (let press = 0; press < 250; press += 1) {
    await page.keyboard.press('Tab');
    const { fault, stop } = await inspectFocus(page);
    if (stop === undefined) break;
    if (fault !== undefined) faults.push(fault);
  }
  const missed = await page.evaluate((focusable) => {
    const groups = new Set([...document.querySelectorAll('input[type=radio][data-reached]')].map((one) => one.getAttribute('name')));
    return [...document.querySelectorAll<HTMLElement>(focusable)]
      .filter((one) => one.checkVisibility() && one.dataset['reached'] === undefined && !one.matches(':disabled'))
      .filter((one) => !(one instanceof HTMLInputElement && one.type === 'radio' && groups.has(one.name)))
      .map((one) => `never reached: ${one.outerHTML.slice(0, 90)}`);
  }, FOCUSABLE);
  return [...new Set([...faults, ...missed])];
};

/** Targets under 24 by 24 pixels; links within a sentence are as high as its line. */
export const smallTargets = (page: Page): Promise<readonly string[]> =>
  page.evaluate((focusable) => {
    const isInSentence = (one: Element): boolean =>
      one.tagName === 'A' &&
      getComputedStyle(one).display === 'inline' &&
      (one.parentElement?.textContent ?? '').trim() !== (one.textContent ?? '').trim();
    return [...document.querySelectorAll<HTMLElement>(focusable)].flatMap((one) => {
      if (!one.checkVisibility() || one.matches('.skip') || isInSentence(one)) return [];
      // A choice of files is drawn by its label, beside it.
      const beside = one instanceof HTMLInputElement && one.type === 'file' ? one.labels?.[0] : undefined;
      const box = (one.closest('label') ?? beside ?? one).getBoundingClientRect();
      return box.width >= 24 && box.height >= 24
        ? []
        : [`${Math.round(box.width)} × ${Math.round(box.height)}: ${one.outerHTML.slice(0, 90)}`];
    });
  }, FOCUSABLE);

/** How far the page runs over the side of the screen. */
export const overflow = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** Texts that are cut once lines, letters and words are spaced as a reader may want them, and were not before. */
export const clippedBySpacing = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const cut = (): readonly Element[] =>
      [...document.querySelectorAll('body *')].filter((one) => {
        const style = getComputedStyle(one);
        const hides = style.overflowX === 'hidden' || style.overflowX === 'clip' || style.overflowY === 'hidden';
        return hides && one.clientWidth > 2 && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1);
      });
    const before = new Set(cut());
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }',
    );
    document.adoptedStyleSheets = [sheet];
    const clipped = cut()
      .filter((one) => !before.has(one))
      .map((one) => `cut: ${one.outerHTML.slice(0, 90)}`);
    const beyond = document.documentElement.scrollWidth - window.innerWidth;
    document.adoptedStyleSheets = [];
    return beyond > 0 ? [...clipped, `runs ${beyond} px over the side`] : clipped;
  });

/** What runs over the side, or over its own place in the band and in the sections, once the text is twice as large. */
export const faultsOfLargeText = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
    const beyond = document.documentElement.scrollWidth - window.innerWidth;
    const spilt = [...document.querySelectorAll('header *, nav *')]
      .filter((one) => one.checkVisibility() && one.clientWidth > 2 && one.scrollWidth > one.clientWidth + 1)
      .map((one) => `spilt by large text: ${one.outerHTML.slice(0, 90)}`);
    document.documentElement.style.fontSize = '';
    return beyond > 0 ? [...spilt, `runs ${beyond} px over the side with large text`] : spilt;
  });

/** The element that has the focus, by its id, else by its role. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const one = document.activeElement;
    return one === null ? '' : one.id !== '' ? one.id : (one.getAttribute('role') ?? one.tagName);
  });
