/** A pitch in the octave that lies nearest to another: whoever sings an octave lower sings the tune, too. */
export const foldedTo = (midi: number, near: number): number => midi + 12 * Math.round((near - midi) / 12);
