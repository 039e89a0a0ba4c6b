/** Three places of the phrase, in order, to be typed back from paper. `chance` is uniform in 0…1. */
export function placesToRehearse(count: number, chance: () => number): readonly number[] {
  const places = Array.from({ length: count }, (_, i) => i);
  const picked = Array.from({ length: 3 }, () => places.splice(Math.floor(chance() * places.length), 1)[0]!);
  return picked.sort((a, b) => a - b);
}

/** The places whose word is not the one on paper; case and white space do not count. */
export const wrongPlaces = (
  phrase: readonly string[],
  places: readonly number[],
  typed: readonly string[],
): readonly number[] => places.filter((place, i) => typed[i]?.trim().toLowerCase() !== phrase[place]);
