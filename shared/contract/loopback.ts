/** Names both ends of the browser door agree on. */
export const loopback = {
  /**
   * Where a page opens its line: a WebSocket that carries wire bytes in binary messages, calls up, answers and events
   * down. Asked without an upgrade and with the token in its header it says whether a line would be let in.
   */
  linePath: '/line',
  /** The one subprotocol the host speaks. */
  protocol: 'offtake',
  /** Made when the host starts; the page gets it in the fragment of its address, as `#token=…`. */
  tokenHeader: 'x-offtake-token',
  /** A session id is 8 to 64 letters, digits or dashes; the page makes it, one per tab, and the host keeps one session for each. */
  sessionPattern: /^[A-Za-z0-9-]{8,64}$/,
  /** Largest message to the host, in bytes: a deck of 64 MB and what goes with it. */
  messageLimit: 72 * 1024 * 1024,
  /** Why the host closes a line, beside the reasons that every socket has. */
  closes: {
    /** A message that is no call. */
    unreadable: 4400,
    /** Another line has come for the same session. */
    takenUp: 4409,
    /** So many pages are open that there is no room for one more. */
    full: 4503,
  },
} as const;
