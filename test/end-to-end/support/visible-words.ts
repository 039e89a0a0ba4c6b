import type { Page } from '@playwright/test';

/** All that a page says, seen or read out, but what is said to be of another language. */
export const visibleWords = (page: Page, language: string): Promise<string[]> =>
  page.evaluate(wordsOf, language);

/** In the page. */
function wordsOf(language: string): string[] {
  const spoken = ['aria-label', 'aria-valuetext', 'aria-description', 'alt', 'title', 'placeholder'];
  const said: string[] = [document.title];
  const foreign = (element: Element): boolean => {
    const lang = element.closest('body [lang]')?.getAttribute('lang');
    return typeof lang === 'string' && lang !== language;
  };
  for (const element of document.body.querySelectorAll('*')) {
    if (foreign(element) || element.closest('script, style')) continue;
    // A library may measure with an element that nobody sees, and that is never read out.
    if (!element.closest('[aria-hidden="true"]'))
      for (const name of spoken) said.push(element.getAttribute(name) ?? '');
    if (!(element as HTMLElement).checkVisibility()) continue;
    for (const node of element.childNodes)
      if (node.nodeType === Node.TEXT_NODE) said.push(node.textContent ?? '');
  }
  return [...new Set(said.map((text) => text.replace(/\s+/g, ' ').trim()).filter(Boolean))];
}
