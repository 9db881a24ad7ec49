/** What one month's bill is paid with. */
export interface BillMonth {
  readonly creditsGranted: number;
  readonly creditsUsed: number;
  readonly creditBalance: number;
  readonly cashBilled: number;
}

/** Credits pay first, those of this month included; cash pays the rest. */
export function billMonth(billed: number, creditsGranted: number, balanceBefore: number): BillMonth {
  const credits = balanceBefore + creditsGranted;
  const creditsUsed = Math.min(credits, Math.max(0, billed));
  return {
    creditsGranted,
    creditsUsed,
    creditBalance: credits - creditsUsed,
    cashBilled: billed - creditsUsed,
  };
}
