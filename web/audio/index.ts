export type { ModulePlayer, PlayerState } from './module-player.ts';
export { createTonePlayer, type TonePlayerOptions } from './tone-player.ts';
