import * as capacity from './capacity.ts';
import * as commitment from './commitment.ts';
import * as elementwise from './elementwise.ts';
import * as facility from './facility.ts';
import * as fleet from './fleet.ts';
import * as money from './money.ts';
import * as path from './path.ts';

/**
 * All loops over lanes that can be compiled, by name. What they say is written here once; a machine may run them as they
 * stand or run what was made of them.
 */
export const loops = { ...capacity, ...commitment, ...elementwise, ...facility, ...fleet, ...money, ...path };
