import { openAudio } from '../audio/open-audio.ts';
import { watchPressing } from './pressing.ts';

/** What a press on the shell leads to, once the app is there. */
export interface ShellActions {
  readonly cravingNow: () => void;
  readonly stop: () => void;
}

/**
 * The first screen as it stands in `index.html`, before the app. Its links are links; "Craving now" and Stop answer as
 * soon as this file is there, and any other control is pressed again for the person once the app has drawn it.
 */
class Shell {
  /** Settles with the first press of "Craving now": nothing else matters as much then. */
  readonly pressed: Promise<void>;
  readonly #root: HTMLElement;
  readonly #pressing = watchPressing(window);
  readonly #alive = new AbortController();
  #onPress = (): void => undefined;
  #actions: ShellActions | undefined;
  #audio: AudioContext | undefined;
  #coming = false;
  /** What is to be pressed again. */
  #later: Control | undefined;

  constructor(root: HTMLElement) {
    const { signal } = this.#alive;
    this.#root = root;
    this.pressed = new Promise((settle) => (this.#onPress = settle));
    document.addEventListener('click', this.#onClick, { signal });
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && this.#stop(), { signal });
    window.addEventListener('hashchange', this.#onAddress, { signal });
    this.#onAddress();
  }

  /** The audio that a press has opened; the caller's from now on. Absent: nobody has pressed. */
  takeAudio(): AudioContext | undefined {
    const audio = this.#audio;
    this.#audio = undefined;
    return audio;
  }

  /** Answers the press that waits, if there is one, and from now on each press at once. */
  answerWith(actions: ShellActions): void {
    this.#actions = actions;
    if (this.#coming) actions.cravingNow();
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
    this.#stop();
    this.#find('[data-failed]').hidden = false;
  }

  readonly #onClick = (event: MouseEvent): void => {
    const control = event.target instanceof Element ? event.target.closest('button, a') : null;
    if (!control || !this.#root.contains(control)) return;
    if (control.matches('.skip-link')) {
      // The hash is the address of a screen here.
      event.preventDefault();
      this.#find('#content').focus();
    } else if (control.matches('[data-craving]')) this.#crave();
    else if (control.matches('[data-stop]')) this.#stop();
    else if (control.matches('button')) this.#later = controlOf(control);
  };

  /** Of the screens, only Today stands in the shell; the frame is right for all. */
  readonly #onAddress = (): void => {
    const isToday = ['', '#/', '#/session'].includes(location.hash);
    this.#find('[data-shell]').toggleAttribute('data-elsewhere', !isToday);
  };

  #crave(): void {
    if (this.#coming) return;
    this.#show(true);
    if (this.#actions) this.#actions.cravingNow();
    else {
      // Within the gesture, or the browser would not let it sound.
      this.#audio = openAudio();
      this.#onPress();
    }
  }

  #stop(): void {
    if (!this.#coming) return;
    this.#show(false);
    this.#actions?.stop();
    void this.takeAudio()?.close();
  }

  /** Whether music is coming. */
  #show(coming: boolean): void {
    this.#coming = coming;
    for (const button of this.#root.querySelectorAll('[data-craving]'))
      button.setAttribute('aria-busy', String(coming));
    const said = this.#find('[data-coming]');
    said.textContent = coming ? said.dataset['coming']! : '';
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
