const patience = 2000;

let tell: () => void = () => undefined;

/** Comes true when the first chart is on the screen, or when there is none to wait for. */
export const firstChart = new Promise<void>((resolve) => {
  tell = resolve;
  setTimeout(resolve, patience);
});

/** Says that a chart has been drawn; what can wait may be loaded once it is painted. */
export function noteChartDrawn(): void {
  requestAnimationFrame(() => setTimeout(tell));
}
