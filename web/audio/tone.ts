/**
 * Tone without its front door: `tone` itself opens an `AudioContext` (with a worker made from a blob, which the
 * page's policy forbids) as soon as it is imported, long before any gesture. Its classes do not.
 */
export {
  BiquadFilter,
  Compressor,
  connect,
  Context,
  dbToGain,
  Gain,
  gainToDb,
  LFO,
  OfflineContext,
  Panner,
  WaveShaper,
  type BaseContext,
  type InputNode,
} from 'tone/build/esm/classes.js';
export { setContext } from 'tone/build/esm/core/Global.js';
