/**
 * Long texts of one line, each sent in full once: a scenario and the files it builds on go with every key, and only one of them
 * has changed. The sender gives each a place among few and says which; the receiver keeps what it is told, and decides nothing.
 */

/** Shorter ones are no longer than what would stand for them by much. */
const leastCharacters = 1_024;
/** Longer ones go in full each time: both ends keep all places for as long as the line lasts. */
const mostCharacters = 512 * 1_024;
const places = 16;

/** What stands for a text on its way: itself, its place, or its place and itself where the other end does not have it. */
export type SentText = string | { readonly $text: number | readonly [number, string] };

/** What the sender of a line knows the other end to have. */
export interface SentTexts {
  /** Gives what to send for a text; whatever is given must be sent, in this order. */
  readonly write: (text: string) => SentText;
}

/** What the receiver of a line has been told. */
export interface ReceivedTexts {
  /** Gives the text that what was sent stands for; throws in words where it stands for none. */
  readonly read: (sent: unknown) => string;
}

/** Makes the memory of a sender; the text that was not wanted for longest gives up its place. */
export function createSentTexts(): SentTexts {
  /** Places by text, the one wanted last at the end. */
  const held = new Map<string, number>();
  const freePlace = (): number => {
    if (held.size < places) return held.size;
    const [oldest] = held;
    if (oldest === undefined) return 0;
    held.delete(oldest[0]);
    return oldest[1];
  };
  return {
    write: (text) => {
      if (text.length < leastCharacters || text.length > mostCharacters) return text;
      const known = held.get(text);
      const place = known ?? freePlace();
      held.delete(text);
      held.set(text, place);
      return { $text: known === undefined ? [place, text] : place };
    },
  };
}

/** Makes the memory of a receiver. */
export function createReceivedTexts(): ReceivedTexts {
  const held: (string | undefined)[] = [];
  return {
    read: (sent) => {
      const [place, text]: readonly unknown[] = Array.isArray(sent) ? sent : [sent];
      if (typeof place !== 'number' || !Number.isInteger(place) || place < 0 || place >= places) {
        throw new Error(`The message names a text by no place from 0 to ${places - 1}.`);
      }
      if (typeof text === 'string' && text.length <= mostCharacters) held[place] = text;
      const found = held[place];
      if (found === undefined || (text !== undefined && found !== text)) {
        throw new Error('The message names a text that has not been sent.');
      }
      return found;
    },
  };
}
