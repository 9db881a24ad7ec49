import { unreachable } from '#shared/base/assert.ts';
import type { Period } from '../fields/decoded.ts';
import type { RecordShape, Shape } from '../fields/shape.ts';
import type { Shift } from '../text/shift.ts';
import { shiftPlace } from '../text/shift.ts';
import type { Chosen, Dated, DatedValues, Keyed, Named, Spot, Value, Written } from '../value.ts';
import { periodShape } from './period.ts';

/** Moves what has been decoded to where the same words stand now. */
export interface Mover {
  /** Moves what a shape was decoded to; shapes and results go together as `Decoded` says. */
  readonly decoded: (shape: Shape, value: unknown) => unknown;
  /** Moves a quantity; the same one gives the same one, wherever it is met. */
  readonly value: (value: Value) => Value;
}

/** Makes what moves one decoded map. */
export function moverBy(shift: Shift): Mover {
  const values = new Map<Value, Value>();

  function value(of: Value): Value {
    const known = values.get(of);
    if (known !== undefined) return known;
    const place = shiftPlace(of.place, shift);
    const provenance = withFigures(of.provenance);
    const isStill = place === of.place && provenance === of.provenance;
    const moved = isStill ? of : { ...of, place, provenance };
    values.set(of, moved);
    return moved;
  }

  function withFigures(of: Value['provenance']): Value['provenance'] {
    if (of.reported.every(({ place }) => place.file !== shift.file)) return of;
    const reported = of.reported.map((figure) => ({ ...figure, place: shiftPlace(figure.place, shift) }));
    return { ...of, reported };
  }

  function spot({ path, place, keyPlace }: Spot): Spot {
    return { path, place: shiftPlace(place, shift), keyPlace: shiftPlace(keyPlace, shift) };
  }

  function decoded(shape: Shape, of: unknown): unknown {
    // What is not written is nothing anywhere, and words are the same everywhere.
    if (typeof of !== 'object' || of === null) return of;
    switch (shape.kind) {
      case 'quantity':
      case 'chance':
        return value(of as Value);
      case 'path': {
        const { points, ...rest } = of as DatedValues;
        return {
          spot: spot(rest.spot),
          points: points.map((point) => ({ at: value(point.at), value: value(point.value) })),
        };
      }
      case 'text':
      case 'choice':
      case 'flag':
      case 'whole':
      case 'month':
        return of;
      case 'reference':
      case 'formula':
      case 'literal': {
        const name = of as Named | Written;
        return { ...name, spot: spot(name.spot) };
      }
      case 'period': {
        // Written as a map it is a record, else two dates.
        if (Object.hasOwn(of, 'spot')) return record(periodShape, of as Readonly<Record<string, unknown>>);
        const { from, to } = of as Period;
        return { from: value(from), to: value(to) };
      }
      case 'record':
        return record(shape, of as Readonly<Record<string, unknown>>);
      case 'map':
        return (of as readonly Keyed<unknown>[]).map((item) => ({
          key: item.key,
          spot: spot(item.spot),
          value: decoded(shape.each, item.value),
        }));
      case 'dated':
        return (of as readonly Dated<unknown>[]).map((item) => ({
          at: value(item.at),
          spot: spot(item.spot),
          value: decoded(shape.each, item.value),
        }));
      case 'list':
        return (of as readonly unknown[]).map((item) => decoded(shape.each, item));
      case 'tuple':
        return (of as readonly unknown[]).map((item, at) => {
          const place = shape.places[at];
          return place === undefined ? item : decoded(place, item);
        });
      case 'variant': {
        const chosen = of as Chosen<string, unknown>;
        const way = shape.alternatives[chosen.kind];
        const inside = way === undefined || way.form === 'word' ? null : decoded(way.shape, chosen.value);
        return { kind: chosen.kind, spot: spot(chosen.spot), value: inside };
      }
      default:
        return unreachable(shape);
    }
  }

  function record({ fields }: RecordShape, of: Readonly<Record<string, unknown>>): Record<string, unknown> {
    const moved: Record<string, unknown> = { ...of, spot: spot(of['spot'] as Spot) };
    for (const key in fields) {
      const field = fields[key];
      if (field !== undefined) moved[key] = decoded(field.shape, of[key]);
    }
    return moved;
  }

  return { decoded, value };
}
