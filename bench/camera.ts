import { pulseReading, type PulseReading } from '../engine/pulse/pulse-reading.ts';
import { anyVideo, framesOf, type Video } from './pulse-video.ts';
import { columns, runAlone, type Report } from './report.ts';

/**
 * Heart rate from generated videos of a finger on a camera, and of what is none: how far off it is where it is shown,
 * how often it is withheld. Run: npx tsx bench/camera.ts [videos of each scene] [--json]
 */

interface Read {
  readonly video: Video;
  readonly reading: PulseReading;
}

const read = (video: Video): Read => ({ video, reading: pulseReading(framesOf(video)) });

function row(scene: string, all: readonly Read[]) {
  const errors = all.flatMap(({ video, reading }) =>
    reading.kind === 'pulse' ? [Math.abs(reading.bpm - video.bpm)] : [],
  );
  const sorted = [...errors].sort((a, b) => a - b);
  return {
    scene,
    videos: all.length,
    'withheld %': (100 * (all.length - errors.length)) / all.length,
    'within 3/min %':
      errors.length === 0 ? undefined : (100 * errors.filter((e) => e <= 3).length) / errors.length,
    'median error': sorted[sorted.length >> 1],
    'largest error': sorted.at(-1),
  };
}

export function camera([videos = '250']: readonly string[] = []): Report {
  const of = (scene: Video['scene'], from: number) =>
    Array.from({ length: Number(videos) }, (_, i) => read(anyVideo(from + 5 * i, scene)));
  const still = of('finger', 40_000);
  const rows = [
    row('finger, still', still),
    row(
      '… deeper than 1 %',
      still.filter(({ video }) => video.depth > 0.01),
    ),
    row(
      '… lamp flickers',
      still.filter(({ video }) => video.flicker > 0.01),
    ),
    row('finger that moves', of('moving', 50_000)),
    row('no finger', of('no-finger', 60_000)),
  ];
  return {
    text: `Pulse by camera (bar: within 3/min when shown; withheld ≥ 95 % with motion or no finger)\n${columns(rows)}`,
    data: rows,
  };
}

await runAlone(import.meta.url, camera);
