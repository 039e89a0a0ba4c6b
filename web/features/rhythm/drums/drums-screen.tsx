import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { countText } from '../../../kit/numbers.ts';
import { useBehavior } from '../../../kit/use-behavior.ts';
import { BackToRhythm } from '../back-to-rhythm.tsx';
import type { MidiPort } from '../input/midi.ts';
import { useKeys } from '../input/use-keys.ts';
import { useMidi } from '../input/use-midi.ts';
import type { DrumsViewModel } from './drums-view-model.ts';
import { FeelingScale } from './feeling-scale.tsx';
import { forceAt, PADS, type Pad } from './pads.ts';
import { TakeList } from './take-list.tsx';
import { drums as words } from './words.ts';
import '../rhythm.css';

interface DrumsScreenProps {
  readonly drums: DrumsViewModel;
  readonly midi: MidiPort | undefined;
}

/** How hard a letter plays, alone and with Shift. */
const [SOFT_KEY, LOUD_KEY] = [0.65, 1];

/** Eight pads, a feeling before and after, and what was kept. */
export function DrumsScreen({ drums, midi }: DrumsScreenProps) {
  const stage = useBehavior(drums.stage$);
  const before = useBehavior(drums.before$);
  const hits = useBehavior(drums.hits$);
  useEffect(() => () => drums.stop(), [drums]);
  useKeys((key, { shiftKey }) => {
    const pad = PADS.find((one) => one.key === key);
    if (!pad || stage !== 'open') return false;
    drums.hit(pad.id, shiftKey ? LOUD_KEY : SOFT_KEY);
    return true;
  });
  const { use, ask } = useMidi(midi, ({ note, force }) => {
    const pad = PADS.find(({ notes }) => notes.includes(note)) ?? PADS[note % PADS.length]!;
    drums.hit(pad.id, force);
  });
  return (
    <div className="narrow rhythm">
      <h1 tabIndex={-1}>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      {hits.length === 0 && (
        <FeelingScale label={words.before} value={before} onRate={(value) => drums.rateBefore(value)} />
      )}
      {stage !== 'open' && (
        <div className="actions">
          <Button size="lg" disabled={stage === 'opening'} onClick={() => drums.open()}>
            {words.open}
          </Button>
          <p role="status">
            {stage === 'opening' && words.opening}
            {stage === 'failed' && words.failed}
          </p>
        </div>
      )}
      {stage === 'open' && (
        <>
          <div className="pads" role="group" aria-label={words.set}>
            {PADS.map((pad) => (
              <DrumPad key={pad.id} pad={pad} drums={drums} />
            ))}
          </div>
          <p className="hint">{words.how}</p>
          {midi && use.is !== 'on' && (
            <div className="actions">
              <Button variant="subtle" onClick={ask}>
                {words.midi}
              </Button>
            </div>
          )}
        </>
      )}
      <Played drums={drums} />
      <TakeList drums={drums} />
      <BackToRhythm />
    </div>
  );
}

function DrumPad({ pad: { id, key }, drums }: { pad: Pad; drums: DrumsViewModel }) {
  const element = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const heard = drums.heard$.subscribe(({ pad, force }) => {
      if (pad !== id || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
      element.current?.animate(
        [
          { filter: `brightness(${1 + 0.35 * force})`, transform: `scale(${1 - 0.05 * force})` },
          { filter: 'none', transform: 'none' },
        ],
        { duration: 320, easing: 'ease-out' },
      );
    });
    return () => heard.unsubscribe();
  }, [drums, id]);
  return (
    <button
      ref={element}
      type="button"
      className="drum-pad"
      data-pad={id}
      onPointerDown={({ currentTarget, clientX, clientY }) => {
        const { left, top, width, height } = currentTarget.getBoundingClientRect();
        drums.hit(id, forceAt((clientX - left) / width, (clientY - top) / height));
      }}
      onKeyDown={({ key: pressed, repeat }) => {
        if (pressed === 'Enter' && !repeat) drums.hit(id, SOFT_KEY);
      }}
    >
      <span className="drum-name">{words.pads[id]}</span>
      <kbd>{key.toUpperCase()}</kbd>
    </button>
  );
}

/** What has been drummed and not kept yet. */
function Played({ drums }: { drums: DrumsViewModel }) {
  const hits = useBehavior(drums.hits$);
  const after = useBehavior(drums.after$);
  const kept = useBehavior(drums.kept$);
  const undone = useBehavior(drums.undone$);
  const playing = useBehavior(drums.playing$) === 'current';
  return (
    <>
      {hits.length > 0 && (
        <section className="panel" aria-label={words.keep} data-testid="played">
          <p className="figures">{countText(hits.length, words.hits)}</p>
          <div className="actions">
            <Button variant="default" onClick={() => (playing ? drums.stop() : drums.play('current'))}>
              {playing ? words.hush : words.listen}
            </Button>
            <Button variant="default" onClick={() => drums.undoPhrase()}>
              {words.undo}
            </Button>
            <Button variant="subtle" onClick={() => drums.clear()}>
              {words.clear}
            </Button>
          </div>
          <FeelingScale label={words.after} value={after} onRate={(value) => drums.rateAfter(value)} />
          <div className="actions">
            <Button onClick={() => void drums.keep()}>{words.keep}</Button>
          </div>
        </section>
      )}
      <div role="status" className="actions">
        {kept === 'yes' && <p>{words.kept}</p>}
        {kept === 'failed' && <p>{words.keptNot}</p>}
        {undone && (
          <>
            <p>{undone === 'hits' ? words.tookBack : words.deleted}</p>
            <Button variant="default" onClick={() => void drums.bringBack()}>
              {words.bringBack}
            </Button>
          </>
        )}
      </div>
    </>
  );
}
