import type { Stage } from '../../../../web/features/rhythm/sound/stage.ts';
import type { Stroke } from '../../../../web/features/rhythm/sound/stroke.ts';

/** A stage whose clock the test turns; the page's clock and what is heard are the same. */
export class FakeStage implements Stage {
  readonly context = undefined;
  readonly strokes: { readonly stroke: Stroke; readonly atS: number }[] = [];
  readonly marks: number[] = [];
  nowS = 0;
  hushes = 0;
  dark = false;
  opens: 'at once' | 'never' | 'fails' = 'at once';

  open(): Promise<void> {
    if (this.opens === 'fails') return Promise.reject(new Error('offline'));
    return this.opens === 'never' ? new Promise(() => undefined) : Promise.resolve();
  }
  now(): number {
    return this.nowS;
  }
  heardAtS(): number {
    return this.nowS;
  }
  strike(stroke: Stroke, atS = this.nowS): void {
    this.strokes.push({ stroke, atS });
  }
  mark(atS: number): void {
    this.marks.push(atS);
  }
  setDark(dark: boolean): void {
    this.dark = dark;
  }
  hush(): void {
    this.hushes++;
  }
}
