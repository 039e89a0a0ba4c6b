import { roomOf } from '../../audio/rooms.ts';
import { connect, type BaseContext, type InputNode } from '../../audio/tone.ts';

/**
 * The room of Attune's pieces, leading into `output`. The browser's own node: Tone's would open a sound output of its
 * own beside the one in use.
 */
export function roomInto(context: BaseContext, output: InputNode): ConvolverNode {
  const room = context.createConvolver();
  room.normalize = false;
  room.buffer = roomOf(context);
  connect(room, output);
  return room;
}
