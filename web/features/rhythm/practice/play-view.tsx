import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useBehavior } from '../../../kit/use-behavior.ts';
import { forceAt } from '../drums/pads.ts';
import type { Claps } from '../input/claps-view-model.ts';
import { useKeys } from '../input/use-keys.ts';
import { BarRing } from './bar-ring.tsx';
import { PARTS } from './plan.ts';
import type { PracticeViewModel } from './practice-view-model.ts';
import { practice as words } from './words.ts';

/** How hard a key plays. */
const KEY_FORCE = 0.7;

interface PlayViewProps {
  readonly practice: PracticeViewModel;
  readonly claps: Claps;
}

/** A part under way: one word of what is on, the bar as a circle, and the pad in the middle of it. */
export function PlayView({ practice, claps }: PlayViewProps) {
  const state = useBehavior(practice.state$);
  const progress = useBehavior(practice.progress$);
  const listens = useBehavior(claps.on$);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useKeys((key, { timeStamp, shiftKey }) => {
    if (key !== 'f' && key !== 'j') return false;
    practice.tap(timeStamp, shiftKey ? 1 : KEY_FORCE);
    return true;
  });
  if (state.stage !== 'playing' && state.stage !== 'opening') return null;
  const { part } = state;
  return (
    <>
      <h1 tabIndex={-1} ref={heading}>
        {words.parts[part].title}
      </h1>
      <p className="lead">{words.parts[part].how}</p>
      <div className="ring-place">
        <BarRing practice={practice} />
        <TapPad practice={practice} />
      </div>
      <p className="role" role="status" data-testid="role">
        {state.stage === 'opening' ? words.opening : words.roles[state.role]}
      </p>
      <progress
        className="part-progress"
        max={PARTS.length}
        value={PARTS.indexOf(part) + progress}
        aria-label={words.progress}
      />
      {listens && <LoopLine claps={claps} />}
      <div className="actions rhythm-centre">
        <Button variant="default" onClick={() => practice.endPart()}>
          {words.end}
        </Button>
      </div>
    </>
  );
}

function LoopLine({ claps }: { claps: Claps }) {
  const loop = useBehavior(claps.loop$);
  return (
    <p className="hint" role="status" data-testid="loop" data-loop={loop}>
      {words.loops[loop]}
    </p>
  );
}

/** The one big pad. It answers as it is touched, not as it is let go. */
function TapPad({ practice }: Pick<PlayViewProps, 'practice'>) {
  const pad = useRef<HTMLButtonElement>(null);
  const [count, setCount] = useState(0);
  useEffect(() => {
    const heard = practice.taps$.subscribe((force) => {
      setCount((before) => before + 1);
      if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
      pad.current?.animate(
        [
          { boxShadow: '0 0 0 0 var(--accent)', transform: `scale(${1 + 0.06 * force})` },
          { boxShadow: '0 0 0 2.2rem transparent', transform: 'scale(1)' },
        ],
        { duration: 420, easing: 'cubic-bezier(0.2, 0.7, 0.3, 1)' },
      );
    });
    return () => heard.unsubscribe();
  }, [practice]);
  return (
    <button
      ref={pad}
      type="button"
      className="tap-pad"
      data-taps={count}
      onPointerDown={(event) => {
        const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
        const force = forceAt((event.clientX - left) / width, (event.clientY - top) / height);
        practice.tap(event.timeStamp, force);
      }}
      onKeyDown={({ key, repeat, timeStamp }) => {
        if (key === 'Enter' && !repeat) practice.tap(timeStamp, KEY_FORCE);
      }}
    >
      <span>{words.pad}</span>
      <span className="tap-keys">{words.padKeys}</span>
    </button>
  );
}
