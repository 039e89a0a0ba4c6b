export type { ModulePlayer, PlayerState } from './module-player.ts';
export type { Track, TrackShelf } from './track.ts';
export { createTonePlayer } from './tone-player.ts';
