/** Raised when a call or event changes shape; compared when a page connects. */
export const contractVersion = 1;
