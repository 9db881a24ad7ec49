/** Makes a way to do things of one name one after another, each when those before it have ended, however they ended. */
export function createTurnByTurn<T>(): (name: string, act: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return (name, act) => {
    const before = last.get(name);
    // At once where nothing is to be waited for: what is acted on may be another by the next moment.
    const turn = before === undefined ? act() : before.then(act, act);
    last.set(name, turn);
    const forget = () => {
      if (last.get(name) === turn) last.delete(name);
    };
    turn.then(forget, forget);
    return turn;
  };
}
