import type { AuditionViewModel } from './audition-view-model.ts';
import type { CopiesViewModel } from './copies/copies-view-model.ts';
import type { MusicViewModel } from './music-view-model.ts';

/** What the Music page is drawn from: the music itself, listening to it, and its copies on the service. */
export interface MusicParts extends MusicViewModel {
  readonly audition: AuditionViewModel;
  readonly copies: CopiesViewModel;
}
