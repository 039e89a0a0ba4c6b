export type { ModulePlayer, PlayerState } from './module-player.ts';
export { createTonePlayer } from './tone-player.ts';
