import { describe, expect, it } from 'vitest';
import { drawCoalitions } from '#shared/engine/compare/drawn-coalitions.ts';
import { uncontrolled } from '#shared/engine/control.ts';
import { bridgeCoalitions } from '#shared/scenario/compare/bridge.ts';
import { bridgeJobs } from '../../../../../electron/engine/compare/jobs/bridge-jobs.ts';
import { createSides } from '../../../../../electron/engine/compare/sides.ts';
import type { KeyedSource } from '../../../../../electron/engine/keyed-source.ts';
import { modelOf, sideOfText } from '../../../../support/compared.ts';
import { shippedFiles } from '../../../../support/shipped.ts';

const id = 'amazon-anthropic.scenario.yaml';
const shipped = shippedFiles[id] ?? '';
const figure = { measure: 'provider.cash.cumulative', at: { year: 2033, month: 6 } };
const draws = 96;

const keyed = (text: string): KeyedSource => ({ hash: text, source: { id, text, files: shippedFiles } });

describe('the draws of a bridge', () => {
  it('are on compiled kernels, kept from job to job, those of plain ones, to the last bit', () => {
    const jobs = bridgeJobs(createSides());
    const others = [
      shipped.replaceAll('5 GW', '4 GW').replace('seed: ', 'seed: 1'),
      shipped.replaceAll('5 GW', '6 GW').replaceAll('$25B', '$20B'),
    ];
    for (const other of others) {
      const made = modelOf(sideOfText(shipped, id), sideOfText(other, id), figure.measure, figure.at, {
        draws,
      });
      const coalitions = bridgeCoalitions(made);
      expect(coalitions.count).toBeGreaterThan(1);
      const plain = { draws, fullDraws: draws, values: new Float64Array(coalitions.count * draws) };
      const drawn = drawCoalitions(
        { model: made.model, coalitions, figures: plain, fromDraw: 0, toDraw: draws },
        uncontrolled,
      );
      expect(drawn.ok).toBe(true);

      const buffer = new SharedArrayBuffer(plain.values.byteLength);
      const figures = { buffer, offset: 0, bytes: buffer.byteLength };
      const wish = { base: keyed(shipped), other: keyed(other), figure, grouping: 'input', draws } as const;
      for (const [from, to] of [
        [64, draws],
        [0, 64],
      ] as const)
        expect(jobs.drawBridge({ wish, figures, fullDraws: draws, from, to }, uncontrolled).ok).toBe(true);
      expect(new Float64Array(buffer)).toEqual(plain.values);
      expect(new Set(plain.values).size).toBeGreaterThan(draws);
    }
  });
});
