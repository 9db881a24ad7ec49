/** The measures of one month, by id, as they are being written down. */
export interface Sheet {
  readonly values: Map<string, number>;
  /** Writes a stock, a ratio or an outcome. */
  readonly put: (id: string, value: number) => void;
  /** Writes a flow and its running total. */
  readonly flow: (id: string, value: number) => void;
  readonly read: (id: string) => number;
}

/** An empty sheet that carries on the running totals of the month before. */
export function newSheet(previous: ReadonlyMap<string, number> | undefined): Sheet {
  const values = new Map<string, number>();
  return {
    values,
    put: (id, value) => {
      values.set(id, value);
    },
    flow: (id, value) => {
      values.set(id, value);
      values.set(`${id}.cumulative`, (previous?.get(`${id}.cumulative`) ?? 0) + value);
    },
    read: (id) => {
      const value = values.get(id);
      if (value === undefined) throw new Error(`The sheet has no ${id}`);
      return value;
    },
  };
}

/** Figures that add up over deals, by measure id without prefix. */
export interface Additive {
  readonly flows: Readonly<Record<string, number>>;
  readonly stocks: Readonly<Record<string, number>>;
}

/** Writes each deal's figures under its key and their sums without prefix. */
export function putWithTotals(sheet: Sheet, keys: readonly string[], figures: readonly Additive[]): void {
  const totals = { flows: new Map<string, number>(), stocks: new Map<string, number>() };
  figures.forEach(({ flows, stocks }, d) => {
    for (const [id, value] of Object.entries(flows)) {
      sheet.flow(`${keys[d]}.${id}`, value);
      totals.flows.set(id, (totals.flows.get(id) ?? 0) + value);
    }
    for (const [id, value] of Object.entries(stocks)) {
      sheet.put(`${keys[d]}.${id}`, value);
      totals.stocks.set(id, (totals.stocks.get(id) ?? 0) + value);
    }
  });
  for (const [id, value] of totals.flows) sheet.flow(id, value);
  for (const [id, value] of totals.stocks) sheet.put(id, value);
}
