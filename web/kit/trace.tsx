import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { Observable } from 'rxjs';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { paletteOf, type Palette } from './palette.ts';

interface TraceProps {
  /** What a person who does not see it is told. */
  readonly text: string;
  readonly height: number;
  readonly options: (colors: Palette) => Omit<uPlot.Options, 'width' | 'height'>;
  /** Read at each drawing; columns of equal length, the first is x. */
  readonly data: () => uPlot.AlignedData;
  /** Draws again on each; absent: drawn once. */
  readonly drawn$?: Observable<void> | undefined;
}

/** A canvas that follows its data outside React. `options` and `data` must be stable. */
export function Trace({ text, height, options, data, drawn$ }: TraceProps) {
  const place = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme('light');
  useEffect(() => {
    const target = place.current!;
    const size = { width: target.clientWidth, height };
    const plot = new uPlot({ ...options(paletteOf(target, scheme)), ...size }, data(), target);
    const drawing = drawn$?.subscribe(() => plot.setData(data()));
    const resizing = new ResizeObserver(() => plot.setSize({ width: target.clientWidth, height }));
    resizing.observe(target);
    return () => {
      drawing?.unsubscribe();
      resizing.disconnect();
      plot.destroy();
    };
  }, [data, drawn$, height, options, scheme]);
  return <div className="trace" role="img" aria-label={text} ref={place} style={{ height }} />;
}
