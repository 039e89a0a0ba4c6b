import { greeting } from '../kit/greeting.ts';
import { language } from '../kit/language.ts';
import { cravingPress } from './craving-press.ts';
import { watchPressing } from './pressing.ts';

/**
 * The first screen as it stands in `index.html`, before the app. Its links are links; "Craving now" and Stop answer as
 * soon as this file is there, and any other control is pressed again for the person once the app has drawn it.
 */
class Shell {
  readonly #root: HTMLElement;
  readonly #pressing = watchPressing(window);
  readonly #alive = new AbortController();
  /** What is to be pressed again. */
  #later: Control | undefined;

  constructor(root: HTMLElement) {
    const { signal } = this.#alive;
    this.#root = root;
    this.#speak();
    cravingPress.watch(() => signal.aborted || this.#show(cravingPress.coming));
    document.addEventListener('click', this.#onClick, { signal });
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && cravingPress.takeBack(), {
      signal,
    });
    window.addEventListener('hashchange', this.#onAddress, { signal });
    this.#onAddress();
  }

  /** Says everything in the language of the page. */
  #speak(): void {
    document.documentElement.lang = language;
    this.#find('[data-greeting]').textContent = greeting;
    if (language === 'en') return;
    for (const element of this.#root.querySelectorAll<HTMLElement>('[data-de], [data-de-label]')) {
      const { de, deLabel } = element.dataset;
      if (de !== undefined) element.textContent = de;
      if (deLabel !== undefined) element.ariaLabel = deLabel;
    }
  }

  /**
   * Lets the app draw in its place when no press is under way, and hands focus and presses over to it.
   *
   * @param draw replaces the shell before it returns
   */
  async giveWayTo(draw: () => void): Promise<void> {
    await this.#pressing.over();
    this.#alive.abort();
    const { activeElement } = document;
    const focused =
      activeElement && this.#root.contains(activeElement) ? controlOf(activeElement) : undefined;
    draw();
    this.#counterpart(focused)?.focus({ preventScroll: true });
    this.#counterpart(this.#later)?.click();
  }

  /** Says that the app could not be loaded. */
  fail(): void {
    cravingPress.takeBack();
    this.#find('[data-failed]').hidden = false;
  }

  readonly #onClick = (event: MouseEvent): void => {
    const control = event.target instanceof Element ? event.target.closest('button, a') : null;
    if (!control || !this.#root.contains(control)) return;
    if (control.matches('.skip-link')) {
      // The hash is the address of a screen here.
      event.preventDefault();
      this.#find('#content').focus();
    } else if (control.matches('[data-craving]')) cravingPress.press();
    else if (control.matches('[data-stop]')) cravingPress.takeBack();
    else if (control.matches('button')) this.#later = controlOf(control);
  };

  /** Of the screens, only Today stands in the shell; the frame is right for all. */
  readonly #onAddress = (): void => {
    const isToday = ['', '#/', '#/session'].includes(location.hash);
    this.#find('[data-shell]').toggleAttribute('data-elsewhere', !isToday);
  };

  /** Whether music is coming. */
  #show(coming: boolean): void {
    for (const button of this.#root.querySelectorAll('[data-craving]'))
      button.setAttribute('aria-busy', String(coming));
    const said = this.#find('[data-coming]');
    said.textContent = coming ? said.dataset[language === 'de' ? 'comingDe' : 'coming']! : '';
    this.#find('[data-stop]').hidden = !coming;
  }

  #find(selector: string): HTMLElement {
    return this.#root.querySelector<HTMLElement>(selector)!;
  }

  #counterpart(control: Control | undefined): HTMLElement | undefined {
    return [...this.#root.querySelectorAll<HTMLElement>('a, button')].find(
      (element) => control && isSame(controlOf(element), control),
    );
  }
}

/** A control by what a person knows it by. */
interface Control {
  readonly kind: string;
  readonly text: string;
}

const controlOf = ({ tagName, textContent }: Element): Control => ({
  kind: tagName,
  text: textContent.replace(/\s/g, ''),
});

const isSame = (a: Control, b: Control): boolean => a.kind === b.kind && a.text === b.text;

export const shell = new Shell(document.getElementById('root')!);
