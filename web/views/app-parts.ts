import type { AppViewModel } from '../view-models/app-view-model.ts';
import type { Behavior } from '../view-models/behavior.ts';
import type { BreathSettingsModel } from '../view-models/breath-settings.ts';
import type { CravingViewModel } from '../view-models/craving-view-model.ts';
import type { ContactViewModel } from '../view-models/contact-view-model.ts';
import type { GroupViewModel } from '../view-models/group-view-model.ts';
import type { DosingViewModel } from '../view-models/dosing-view-model.ts';
import type { AuditionViewModel } from '../view-models/audition-view-model.ts';
import type { KeptMusicViewModel } from '../view-models/kept-music-view-model.ts';
import type { MusicViewModel } from '../view-models/music-view-model.ts';
import type { PastViewModel } from '../view-models/past-view-model.ts';
import type { RestViewModel } from '../view-models/rest-view-model.ts';
import type { ReturnViewModel } from '../view-models/return-view-model.ts';
import type { SourceViewModel } from '../view-models/source-view-model.ts';
import type { Saved } from '../outbox/outbox.ts';

/** The view models that the screens are drawn from; made once, in `main.tsx`. */
export interface App {
  readonly sessions: AppViewModel;
  readonly source: SourceViewModel;
  readonly comeback: ReturnViewModel;
  readonly group: GroupViewModel;
  readonly past: PastViewModel;
  readonly contact: ContactViewModel;
  readonly breath: BreathSettingsModel & { readonly canVibrate: boolean };
  readonly craving: CravingViewModel;
  readonly rest: RestViewModel;
  readonly dosing: DosingViewModel;
  readonly music: MusicViewModel & {
    readonly audition: AuditionViewModel;
    readonly copies: KeptMusicViewModel;
  };
  readonly saved$: Behavior<Saved>;
}
