import type { Events } from '#shared/contract/events.ts';
import type { EventName, Host } from '#shared/contract/host.ts';

/** Who wants to hear of which event. */
export interface Listeners {
  readonly on: Host['on'];
  emit(name: string, payload: unknown): void;
}

/** Makes an empty list of listeners; the payload of an event is trusted, since both ends share the contract. */
export function createListeners(): Listeners {
  const byName = new Map<string, Set<(payload: never) => void>>();
  return {
    on<K extends EventName>(name: K, listener: (event: Events[K]) => void) {
      const set = byName.get(name) ?? new Set();
      byName.set(name, set);
      set.add(listener);
      return () => {
        set.delete(listener);
      };
    },
    emit(name, payload) {
      for (const listener of byName.get(name) ?? []) listener(payload as never);
    },
  };
}
