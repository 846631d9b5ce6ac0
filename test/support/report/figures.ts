/** Writes a figure with so many decimals, and its thousands apart: `12,345.6`. */
export function withDecimals(decimals: number): (figure: number) => string {
  const format = new Intl.NumberFormat('en', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return (figure) => format.format(figure);
}

/** Writes a figure with three digits that count, whatever its size: `0.0123`, `1.23`, `1,230`. */
export function withDigits(figure: number): string {
  return new Intl.NumberFormat('en', { maximumSignificantDigits: 3 }).format(figure);
}

/** Writes how many times as much something is: `12.3 ×`. */
export function asRatio(figure: number): string {
  return `${withDigits(figure)} ×`;
}
