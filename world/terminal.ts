import type { ReadPanel } from './surface.ts';

/** Whether a browser can open a window. */
export const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

/** Prints the hot list as a table. */
export function printPanel({ title, status, rows, disclaimer }: ReadPanel): void {
  console.log(`${title} · ${status}`);
  for (const row of rows) {
    console.log(
      [
        pad(row.symbol, 6),
        pad(row.name, 10),
        left(row.price, 18),
        left(row.money, 14),
        left(row.change, 9),
      ].join(' '),
    );
  }
  console.log(disclaimer);
}

/** Width in terminal columns: Chinese characters are two columns wide. */
function widthOf(text: string): number {
  return [...text].reduce((sum, char) => sum + (char > '\u2e7f' ? 2 : 1), 0);
}

function gap(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - widthOf(text)));
}

function pad(text: string, width: number): string {
  return text + gap(text, width);
}

function left(text: string, width: number): string {
  return gap(text, width) + text;
}
