import type { ModuleBand, SessionPicture } from './session-picture.ts';
import { titleOf } from './words/announcements.ts';
import { families } from './words/reasons.ts';
import { minutes } from './words/session-line.ts';
import { strip as words } from './words/screens.ts';

/**
 * What played when: bands on the charts' own time, the colour the family, deeper the livelier; under them each by
 * name.
 */
export function ModuleStrip({ picture, toMs }: { picture: SessionPicture; toMs: number }) {
  const { startMs, ownTitles } = picture;
  const pieces = piecesOf(picture.modules);
  const whole = Math.max(1, toMs - startMs);
  return (
    <figure className="figure">
      <figcaption>{words.title}</figcaption>
      <div className="strip" aria-hidden="true">
        {pieces.map((piece, i) => (
          <span
            key={piece.fromMs}
            className={`strip-band strip-${piece.family}`}
            style={{
              flexGrow: Math.max(0, ((pieces[i + 1]?.fromMs ?? toMs) - piece.fromMs) / whole),
              opacity: 0.45 + 0.11 * piece.level,
            }}
          />
        ))}
      </div>
      <ol className="strip-names" aria-label={words.title}>
        {pieces.map(({ module, family, level, fromMs }) => (
          <li key={fromMs}>
            <span className={`strip-dot strip-${family}`} aria-hidden="true" />
            <span className="figures">{minutes((fromMs - startMs) / 1000)}</span> {titleOf(module, ownTitles)}
            {family !== 'silence' && <span className="hint">{`, ${families[family]} ${level}`}</span>}
          </li>
        ))}
      </ol>
    </figure>
  );
}

/** Decisions that keep what plays are one band. */
const piecesOf = (modules: readonly ModuleBand[]): readonly ModuleBand[] =>
  modules.filter(
    ({ module, level }, i) => module !== modules[i - 1]?.module || level !== modules[i - 1]?.level,
  );
