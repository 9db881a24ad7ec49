/** Analyses count from here, so that their tickets never meet those of projections and simulations. */
let last = 1_000_000;

/** Gives a ticket that no other work of this window has. */
export function takeTicket(): number {
  last += 1;
  return last;
}
