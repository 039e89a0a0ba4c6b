/** Rows of cells, aligned for a terminal: the first columns to the left, figures to the right. */
export function columns(rows: readonly (readonly string[])[], toLeft = 1): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, i) => (i < toLeft ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
