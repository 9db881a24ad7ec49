import type { Node } from '#shared/scenario/text/node.ts';
import { parseText } from '#shared/scenario/text/parse.ts';

type Schema = Readonly<Record<string, unknown>>;

/** Checks a scenario text against the part of JSON schema (draft 7) that our schema uses; returns the paths at fault. */
export function schemaFaults(schema: Schema, text: string): readonly string[] {
  const { tree } = parseText('text.scenario.yaml', text);
  return tree === null ? ['no tree'] : faults(schema, schema, plainValue(tree), '');
}

/** What a YAML reader that knows nothing of quantities makes of a node. */
function plainValue(node: Node): unknown {
  if (node.kind === 'list') return node.items.map(plainValue);
  if (node.kind === 'map')
    return Object.fromEntries(node.entries.map(({ key, value }) => [key, plainValue(value)]));
  if (node.isNull) return null;
  if (node.text === 'true' || node.text === 'false') return node.text === 'true';
  return /^-?\d+(\.\d+)?$/.test(node.text) ? Number(node.text) : node.text;
}

function faults(root: Schema, schema: Schema, value: unknown, path: string): readonly string[] {
  const reference = schema['$ref'];
  if (typeof reference === 'string') return faults(root, resolve(root, reference), value, path);
  const anyOf = schema['anyOf'];
  if (Array.isArray(anyOf)) {
    const [nearest = []] = anyOf
      .map((each: Schema) => faults(root, each, value, path))
      .sort((a, b) => depth(b) - depth(a) || a.length - b.length)
      .sort((a, b) => Number(a.length > 0) - Number(b.length > 0));
    if (nearest.length > 0) return nearest;
  }
  if ('const' in schema && schema['const'] !== value) return [`${path}: not ${String(schema['const'])}`];
  const words = schema['enum'];
  if (Array.isArray(words) && !words.includes(value)) return [`${path}: not one of ${words.join(', ')}`];
  const type = schema['type'];
  if (type !== undefined && ![type].flat().some((each) => isOfType(value, each)))
    return [`${path}: not ${String(type)}`];
  if (Array.isArray(value)) return faultsInList(root, schema, value, path);
  return isMap(value) ? faultsInMap(root, schema, value, path) : [];
}

/** How deep into the value a form got before it failed: the deepest is the one that was meant. */
function depth(found: readonly string[]): number {
  return Math.max(0, ...found.map((fault) => fault.split('.').length));
}

function faultsInMap(root: Schema, schema: Schema, value: Schema, path: string): readonly string[] {
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, Schema>>;
  const required = (schema['required'] ?? []) as readonly string[];
  const others = schema['additionalProperties'];
  return [
    ...required.filter((key) => !(key in value)).map((key) => `${path}.${key}: missing`),
    ...Object.entries(value).flatMap(([key, inner]) => {
      const own = properties[key];
      if (own !== undefined) return faults(root, own, inner, `${path}.${key}`);
      if (others === false) return [`${path}.${key}: unknown`];
      return isMap(others) ? faults(root, others, inner, `${path}.${key}`) : [];
    }),
  ];
}

function faultsInList(
  root: Schema,
  schema: Schema,
  value: readonly unknown[],
  path: string,
): readonly string[] {
  const { items } = schema;
  if (Array.isArray(items)) {
    return items.flatMap((each: Schema, i) => faults(root, each, value[i], `${path}.${i}`));
  }
  return isMap(items) ? value.flatMap((each, i) => faults(root, items, each, `${path}.${i}`)) : [];
}

function isOfType(value: unknown, type: unknown): boolean {
  if (type === 'null') return value === null;
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'array') return Array.isArray(value);
  return type === 'object' ? isMap(value) : typeof value === type;
}

function isMap(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function resolve(root: Schema, reference: string): Schema {
  return reference
    .replace('#/', '')
    .split('/')
    .reduce<Schema>((schema, key) => schema[key] as Schema, root);
}
