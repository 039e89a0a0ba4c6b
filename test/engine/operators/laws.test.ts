import { describe } from 'vitest';
import { attune, engineConfig, type InputEvent } from '../../../engine/index.ts';
import { sessionPolicies } from '../../../engine/dosing/policies/session-policies.ts';
import {
  classifyBeats,
  decodePackets,
  dose,
  estimateArousal,
  estimateCraving,
  findBaseline,
  keepTime,
  measureHrv,
  placeBeats,
  screenBeats,
} from '../../../engine/operators/stages.ts';
import { writeLog } from '../../../engine/operators/write-log.ts';
import type { Signal } from '../../../engine/session/signal.ts';
import { beatsAt, press, rating, REST, started } from '../../support/session-inputs.ts';
import { operatorLaws } from '../../support/operator-laws.ts';

const config = engineConfig();
const inputs: readonly InputEvent[] = [
  started({ baseline: REST }),
  ...beatsAt(70, [0, 40]),
  press('skip', 41),
  rating(20, 42),
];
const signals: readonly Signal[] = [
  ...inputs,
  { type: 'rr', atMs: 43_000, rrMs: 800, segment: 1 },
  { type: 'screened-rr', atMs: 43_000, rrMs: 800, segment: 1, plausible: true, agreeingMs: [800] },
  { type: 'classified-rr', atMs: 43_000, rrMs: 800, segment: 1, class: 'normal' },
  { type: 'nn', atMs: 43_000, nnMs: 800, original: true, segment: 1, index: 0 },
  { type: 'strap-rate', atMs: 43_000, bpm: 75, alone: false },
  { type: 'step', atMs: 44_000 },
];

describe('keepTime', () => operatorLaws(() => keepTime(config), inputs));
describe('decodePackets', () => operatorLaws(decodePackets, signals));
describe('placeBeats', () => operatorLaws(() => placeBeats(config), signals));
describe('screenBeats', () => operatorLaws(screenBeats, signals));
describe('classifyBeats', () => operatorLaws(classifyBeats, signals));
describe('measureHrv', () => operatorLaws(() => measureHrv(config), signals));
describe('findBaseline', () => operatorLaws(() => findBaseline(config), signals));
describe('estimateArousal', () => operatorLaws(() => estimateArousal(config), signals));
describe('estimateCraving', () => operatorLaws(estimateCraving, signals));
describe('dose', () => operatorLaws(() => dose(config, sessionPolicies(config)), signals));
describe('writeLog', () => operatorLaws(writeLog, signals));
describe('attune as a whole', () => operatorLaws(() => attune(config), inputs));
