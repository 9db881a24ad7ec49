/** Asks for a turn; returns how to give it up. */
export type TakeTurn = (begin: () => void) => () => void;

/** Makes a queue of pieces of work for the screen: the first begins at once, each other when the one before has been painted. */
export function createTurns(whenPainted: () => Promise<void>): TakeTurn {
  const waiting = new Set<() => void>();
  let isTaken = false;

  const next = async (): Promise<void> => {
    await whenPainted();
    const [begin] = waiting;
    isTaken = begin !== undefined;
    if (begin === undefined) return;
    waiting.delete(begin);
    begin();
    void next();
  };

  return (begin) => {
    // A piece of work of its own, however often the same function asks.
    const turn = () => begin();
    if (isTaken) {
      waiting.add(turn);
    } else {
      isTaken = true;
      turn();
      void next();
    }
    return () => waiting.delete(turn);
  };
}
