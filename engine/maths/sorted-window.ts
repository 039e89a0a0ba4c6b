/** The latest `capacity` values, kept in order of size: O(capacity) moves a push, no sorting and no growth. */
export interface SortedWindow {
  push(value: number): void;
  size(): number;
  /** Mean of the `count` smallest values; 0 while it is empty. */
  meanOfLowest(count: number): number;
  /** The value below which `share` of the window lies, linear between neighbours; 0 while it is empty. */
  quantile(share: number): number;
  /** Forgets the value that was pushed first. */
  dropOldest(): void;
}

export function sortedWindow(capacity: number): SortedWindow {
  const sorted = new Float64Array(capacity);
  const ring = new Float64Array(capacity);
  let size = 0;
  let next = 0;

  const find = (value: number): number => {
    let low = 0;
    let high = size;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]! < value) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const remove = (value: number) => {
    sorted.copyWithin(find(value), find(value) + 1, size);
    size -= 1;
  };

  return {
    push(value) {
      if (size === capacity) remove(ring[next]!);
      ring[next] = value;
      next = (next + 1) % capacity;
      const at = find(value);
      sorted.copyWithin(at + 1, at, size);
      sorted[at] = value;
      size += 1;
    },
    size: () => size,
    meanOfLowest(count) {
      const n = Math.min(count, size);
      let sum = 0;
      for (let i = 0; i < n; i++) sum += sorted[i]!;
      return n === 0 ? 0 : sum / n;
    },
    quantile(share) {
      if (size === 0) return 0;
      const at = share * (size - 1);
      const below = Math.floor(at);
      const above = Math.min(size - 1, below + 1);
      return sorted[below]! + (at - below) * (sorted[above]! - sorted[below]!);
    },
    dropOldest() {
      if (size > 0) remove(ring[(next - size + capacity) % capacity]!);
    },
  };
}
