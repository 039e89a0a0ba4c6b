import type { SessionPicture } from './session-picture.ts';
import { titleOf } from './words/announcements.ts';
import { families } from './words/reasons.ts';
import { minutes } from './words/session-line.ts';
import { after } from './words/screens.ts';

/** What played when, as bands under the charts; the colour is the family, the words say all of it. */
export function ModuleStrip({ picture, toMs }: { picture: SessionPicture; toMs: number }) {
  const { modules, startMs, ownTitles } = picture;
  const whole = Math.max(1, toMs - startMs);
  return (
    <ol className="strip" aria-label={after.music}>
      {modules.map((band, i) => {
        const endMs = modules[i + 1]?.fromMs ?? toMs;
        const share = Math.max(0, (endMs - band.fromMs) / whole);
        const words = `${titleOf(band.module, ownTitles)}, ${families[band.family]} ${band.level}, from ${minutes((band.fromMs - startMs) / 1000)}`;
        return (
          <li
            key={`${band.fromMs}-${band.module}`}
            className={`strip-band strip-${band.family}`}
            style={{ flexGrow: share, opacity: 0.45 + 0.11 * band.level }}
            title={words}
          >
            <span className="visually-hidden">{words}</span>
          </li>
        );
      })}
    </ol>
  );
}
