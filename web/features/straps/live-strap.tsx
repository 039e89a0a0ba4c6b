import { Slider } from '@mantine/core';
import type { BehaviorSubject } from 'rxjs';
import './straps.css';
import { simulated as words } from './words.ts';
import { useBehavior } from '../../kit/use-behavior.ts';
import type { SourceViewModel } from './source-view-model.ts';
import { StrapBadge } from './strap-badge.tsx';

/** The strap of this session, and the handle on a simulated person. */
export function LiveStrap({ source }: { source: SourceViewModel }) {
  const now = useBehavior(source.strap$);
  const arousal$ = useBehavior(source.arousal$);
  return (
    <>
      {arousal$ && <Steering arousal$={arousal$} />}
      {now && <StrapBadge now={now} />}
    </>
  );
}

function Steering({ arousal$ }: { arousal$: BehaviorSubject<number> }) {
  const arousal = useBehavior(arousal$);
  const percent = Math.round(100 * arousal);
  return (
    <div className="steering">
      <span>{words.steer}</span>
      <Slider
        value={percent}
        onChange={(value) => arousal$.next(value / 100)}
        label={null}
        size={10}
        thumbSize={28}
        thumbLabel={words.steer}
        thumbValueText={`${percent} %`}
      />
      <span className="steering-ends" aria-hidden="true">
        <span>{words.calm}</span>
        <span>{words.stirred}</span>
      </span>
    </div>
  );
}
