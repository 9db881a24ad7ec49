/** One flow of one month from one party to another, USD. */
export interface LedgerEntry {
  readonly from: number;
  readonly to: number;
  readonly kind: string;
  readonly deal: string | null;
  readonly isCash: boolean;
  readonly amount: number;
}
