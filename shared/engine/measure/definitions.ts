import type { MeasureDefinition } from './definition.ts';
import { capacityMeasures } from './definitions/capacity.ts';
import { capitalMeasures } from './definitions/capital.ts';
import { circularityMeasures } from './definitions/circularity.ts';
import { commitmentMeasures } from './definitions/commitment.ts';
import { computeMeasures } from './definitions/compute.ts';
import { customerMeasures } from './definitions/customer.ts';
import { dependenceMeasures } from './definitions/dependence.ts';
import { fleetMeasures } from './definitions/fleet.ts';
import { optionMeasures } from './definitions/options.ts';
import { priceMeasures } from './definitions/price.ts';
import { providerMeasures } from './definitions/provider.ts';
import { spendMeasures } from './definitions/spend.ts';

/** Every family of measures the engine knows, in the order of the catalogue. */
export const measureDefinitions: readonly MeasureDefinition[] = [
  ...capacityMeasures,
  ...fleetMeasures,
  ...computeMeasures,
  ...spendMeasures,
  ...commitmentMeasures,
  ...priceMeasures,
  ...capitalMeasures,
  ...circularityMeasures,
  ...providerMeasures,
  ...customerMeasures,
  ...dependenceMeasures,
  ...optionMeasures,
];
