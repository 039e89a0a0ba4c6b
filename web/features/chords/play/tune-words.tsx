import { useEffect, useRef } from 'react';
import { language } from '../../../kit/language.ts';
import { useBehavior } from '../../../kit/use-behavior.ts';
import { chordName, transposed } from '../theory/chord.ts';
import type { Tune } from '../tunes/tune.ts';
import { chords as words } from '../words.ts';
import { wordsUnderChords } from './line-words.ts';
import type { PlayViewModel } from './play-view-model.ts';

/** The words, each chord over the syllable that it comes with. */
export function TuneWords({ play, tune, capo }: { play: PlayViewModel; tune: Tune; capo: number }) {
  const at = useBehavior(play.at$);
  const going = useBehavior(play.going$);
  const { transpose } = useBehavior(play.settings$);
  const list = useRef<HTMLDivElement>(null);
  const isOn = going === 'on';
  useEffect(() => {
    // Only within its own frame: the page itself stays where it is.
    const [frame, now] = [list.current, list.current?.querySelector<HTMLElement>('[data-now="true"]')];
    if (frame && now && isOn) frame.scrollTop = now.offsetTop - frame.clientHeight / 3;
  }, [at, isOn]);
  return (
    <section className="panel" aria-labelledby="chords-lines">
      <h2 id="chords-lines">{words.lines}</h2>
      {/* A frame that scrolls is reached by keyboard. */}
      <div className="chords-lines" ref={list} tabIndex={0} role="group" aria-labelledby="chords-lines">
        {tune.lines.map((line) => (
          <p key={line.atBeat} className="chords-line">
            {wordsUnderChords(tune, line, transpose).map(({ change, chord, text }) => (
              <span key={change} className="chords-under" data-now={isOn && change === at}>
                <span className="chords-over">
                  {chord ? chordName(transposed(chord, -capo), language) : '\u00a0'}
                </span>
                <span>{text || '\u00a0'}</span>
              </span>
            ))}
          </p>
        ))}
      </div>
    </section>
  );
}
