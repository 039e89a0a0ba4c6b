import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { evaluation } from '../engine/research/index.ts';
import { evaluationText } from '../cli/evaluation/evaluation-text.ts';
import { observedWindows, type ObservedWindow } from '../engine/research/index.ts';
import { fittedModels, probe } from '../engine/research/index.ts';
import { labelledFolder } from '../cli/evaluation/read-labelled-folder.ts';
import { sessionOf, run } from '../cli/replay-session.ts';
import { recordingFile } from '../cli/recording-file.ts';
import type { Recording } from '../devices/index.ts';
import { AROUSAL_ESTIMATORS, protocolOf, type ArousalEstimator } from '../engine/index.ts';
import { figuresAtRest, shiftInSlowBreathing, withheldInExercise } from './synthetic-arousal.ts';

/**
 * Prints every figure of docs/estimates.md.
 * Run: npx tsx bench/estimates.ts [folder of labelled and native recordings]
 */

const DATA = process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), '../../shared/data');
const say = (line: string) => process.stdout.write(`${line}\n`);
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

say('Synthetic hearts');
for (const [name, circumstances] of [
  ['said to sit', { said: ['sitting'] }],
  [
    'said to sit, 2 % each of missed, extra and ectopic beats',
    { said: ['sitting'], missedShare: 0.02, extraShare: 0.02, ectopicShare: 0.02 },
  ],
  ['nothing said', {}],
] as const) {
  const { correlation, intervalHolds, given } = figuresAtRest(20, circumstances);
  say(
    `  at rest, ${name}: correlation ${correlation.mean.toFixed(3)} (least ${correlation.least.toFixed(3)}), ` +
      `80 % interval holds ${percent(intervalHolds)}, given ${percent(given)}`,
  );
}
say(
  `  six breaths a minute: moves by at most ${shiftInSlowBreathing(9, true).toFixed(3)} paced, ` +
    `${shiftInSlowBreathing(9, false).toFixed(3)} unannounced`,
);
for (const intensity of [0.4, 0.5, 0.6, 0.8, 1])
  say(
    `  exercise of intensity ${intensity} and five minutes after: ` +
      `withheld ${percent(withheldInExercise(8, intensity))}`,
  );

if (existsSync(join(DATA, 'native'))) {
  say('\nExercise recordings (seconds withheld, by reason)');
  const folder = join(DATA, 'native/fit_expected');
  for (const file of readdirSync(folder).sort())
    exercise(basename(file, '.csv'), await recordingFile(join(folder, file)));
  const strap = polarHrm(join(DATA, 'native/polar_hrm/noisy_rri.hrm'));
  // Marked by the person: exercise from 3:05 to 33:06; five minutes of recovery.
  exercise('noisy_rri.hrm, exercise and recovery', strap, [185, 2286]);
}

if (existsSync(join(DATA, 'labelled/stresspredict'))) {
  const folder = join(DATA, 'labelled/stresspredict');
  const estimators = [...AROUSAL_ESTIMATORS, probe as ArousalEstimator];
  const all: ObservedWindow[] = [];
  for (const intervals of ['ibi', 'bvp_ibi'] as const) {
    const recordings = await labelledFolder(folder, intervals);
    all.push(...recordings.flatMap((one) => observedWindows(one, estimators)));
    const windows = recordings.flatMap((one) => observedWindows(one, AROUSAL_ESTIMATORS));
    const result = evaluation(windows, { estimator: AROUSAL_ESTIMATORS[0].id, draws: 1000, seed: 1 });
    say(`\n${evaluationText(`Stress-Predict, ${intervals}`, result)}`);
  }
  say('\nFitted on all but one person, given to that person (both kinds of intervals)');
  for (const { model, fit, heldOut } of fittedModels(all))
    say(
      `  ${model}: Brier ${heldOut.brier.toFixed(3)}, ECE ${heldOut.calibrationError.toFixed(3)}; ` +
        `shipped ${fit.map((value) => value.toFixed(4)).join(', ')}`,
    );
}

function exercise(name: string, recording: Recording, [fromS, toS] = [0, Infinity]): void {
  const reasons: Record<string, number> = {};
  let [withheld, all] = [0, 0];
  run(sessionOf(recording, { protocol: protocolOf('craving-session'), seed: 1 }), (event) => {
    if (event.type !== 'arousal' || event.atMs < fromS * 1000 || event.atMs > toS * 1000) return;
    all += 1;
    if (!('withheld' in event)) return;
    withheld += 1;
    reasons[event.withheld] = (reasons[event.withheld] ?? 0) + 1;
  });
  const why = Object.entries(reasons).map(([reason, count]) => `${reason} ${percent(count / all)}`);
  say(`  ${name}: ${percent(withheld / all)} of ${all} (${why.join(', ')})`);
}

/** The RR intervals of a Polar .hrm file, back to back. */
function polarHrm(path: string): Recording {
  const lines = readFileSync(path, 'utf8').split('[HRData]')[1]!.trim().split(/\s+/);
  let atMs = 0;
  const items = lines.map((line) => {
    const rrMs = Number(line);
    atMs += rrMs;
    return { type: 'intervals' as const, atMs, rrMs: [rrMs] };
  });
  return { format: 'rr-text', name: basename(path), items };
}
