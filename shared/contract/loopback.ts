/** Names both ends of the browser door agree on. */
export const loopback = {
  /** POST: wire bytes of `{ name, input }` in, wire bytes of the reply out. */
  callPath: '/call',
  /** GET: a body that stays open and carries one frame per event, wire bytes of `{ name, payload }`. */
  eventsPath: '/events',
  /** Made when the host starts; the page gets it in the fragment of its address, as `#token=…`. */
  tokenHeader: 'x-offtake-token',
  /** Made by the page, one per tab; the host keeps one session for each. */
  sessionHeader: 'x-offtake-session',
  /** A session id is 8 to 64 letters, digits or dashes. */
  sessionPattern: /^[A-Za-z0-9-]{8,64}$/,
  contentType: 'application/octet-stream',
  /** Largest body of a call, in bytes: a deck of 64 MB and what goes with it. */
  bodyLimit: 72 * 1024 * 1024,
} as const;
