import type { ActivityHost } from '../activities/activity-host.ts';
import type { AppViewModel } from '../session/sessions-view-model.ts';
import type { Behavior } from '../kit/behavior.ts';
import type { BreathSettingsModel } from '../features/breath/breath-settings.ts';
import type { CravingViewModel } from '../features/craving/craving-view-model.ts';
import type { ContactViewModel } from '../features/help/contact-view-model.ts';
import type { GroupViewModel } from '../features/group/group-view-model.ts';
import type { DosingViewModel } from '../features/dosing/dosing-view-model.ts';
import type { AuditionViewModel } from '../features/music/audition-view-model.ts';
import type { KeptMusicViewModel } from '../features/music/copies/kept-music-view-model.ts';
import type { MusicViewModel } from '../features/music/music-view-model.ts';
import type { PastViewModel } from '../features/past/past-view-model.ts';
import type { RestViewModel } from '../features/rest/rest-view-model.ts';
import type { ReturnViewModel } from '../features/straps/return-view-model.ts';
import type { SourceViewModel } from '../features/straps/source-view-model.ts';
import type { Saved } from '../storage/outbox.ts';

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
  readonly activities: ActivityHost;
  readonly saved$: Behavior<Saved>;
}
