import { type ESTree, parseSync } from 'vite';
import { refuse } from './refuse.ts';

/** A function of a file of loops: `for (let l = 0; l < first.length; l += 1)` over arrays and numbers. */
export interface LoopSource {
  readonly name: string;
  readonly arrays: readonly string[];
  readonly numbers: readonly string[];
  /** What is worked out once, before the loop. */
  readonly before: readonly ESTree.Statement[];
  /** The name of the lane. */
  readonly lane: string;
  readonly body: ESTree.Statement;
  /** The other functions of the file. */
  readonly helpers: ReadonlyMap<string, Helper>;
  /** The constants of the file. */
  readonly constants: ReadonlyMap<string, ESTree.Expression>;
}

/** A function of numbers that is one expression; it is put in wherever it is called. */
export interface Helper {
  readonly parameters: readonly string[];
  readonly result: ESTree.Expression;
}

/** Reads the loops of a file: its exported functions, each of which must be one. */
export function readLoops(file: string, text: string): readonly LoopSource[] {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) return refuse(file, errors.map(({ message }) => message).join(' '));
  const surroundings = {
    helpers: new Map<string, Helper>(),
    constants: new Map<string, ESTree.Expression>(),
  };
  for (const node of program.body) {
    if (node.type === 'FunctionDeclaration')
      surroundings.helpers.set(node.id?.name ?? '', readHelper(file, node));
    if (node.type !== 'VariableDeclaration') continue;
    for (const { id, init } of node.declarations)
      if (id.type === 'Identifier' && init !== null) surroundings.constants.set(id.name, init);
  }
  return program.body.flatMap((node) =>
    node.type === 'ExportNamedDeclaration' && node.declaration?.type === 'FunctionDeclaration'
      ? [readLoop(file, node.declaration, surroundings)]
      : [],
  );
}

type Surroundings = Pick<LoopSource, 'helpers' | 'constants'>;

function readLoop(file: string, node: ESTree.Function, surroundings: Surroundings): LoopSource {
  const name = node.id?.name ?? '';
  const place = `${file}: ${name}`;
  const parameters = node.params.map((parameter) => {
    if (parameter.type !== 'Identifier') return refuse(place, 'takes arrays and numbers by name');
    return { name: parameter.name, isNumber: isNumber(parameter) };
  });
  const arrays = parameters.filter(({ isNumber }) => !isNumber).map((each) => each.name);
  const numbers = parameters.filter(({ isNumber }) => isNumber).map((each) => each.name);
  if (parameters.slice(0, arrays.length).some(({ isNumber }) => isNumber))
    return refuse(place, 'takes its arrays before its numbers');
  const statements = node.body?.body ?? [];
  const loop = statements.at(-1);
  if (loop?.type !== 'ForStatement') return refuse(place, 'ends with its loop');
  return {
    ...{ name, arrays, numbers, ...surroundings },
    before: statements.slice(0, -1),
    lane: laneOf(place, loop, arrays[0] ?? ''),
    body: loop.body,
  };
}

/** The name of the lane of a loop over all places of the first array. */
function laneOf(place: string, { init, test, update }: ESTree.ForStatement, first: string): string {
  const declared = init?.type === 'VariableDeclaration' ? init.declarations[0] : undefined;
  const lane = declared?.id.type === 'Identifier' ? declared.id.name : '';
  const isWhole =
    declared?.init?.type === 'Literal' &&
    declared.init.value === 0 &&
    test?.type === 'BinaryExpression' &&
    test.operator === '<' &&
    test.right.type === 'MemberExpression' &&
    test.right.object.type === 'Identifier' &&
    test.right.object.name === first &&
    update?.type === 'AssignmentExpression' &&
    update.operator === '+=' &&
    update.right.type === 'Literal' &&
    update.right.value === 1;
  return isWhole ? lane : refuse(place, `runs over all lanes of ${first}, one after the other`);
}

function isNumber(parameter: ESTree.BindingIdentifier): boolean {
  return parameter.typeAnnotation?.typeAnnotation.type === 'TSNumberKeyword';
}

function readHelper(file: string, node: ESTree.Function): Helper {
  const place = `${file}: ${node.id?.name}`;
  const only = node.body?.body.length === 1 ? node.body.body[0] : undefined;
  if (only?.type !== 'ReturnStatement' || only.argument === null) return refuse(place, 'is one expression');
  const parameters = node.params.map((parameter) => {
    if (parameter.type !== 'Identifier') return refuse(place, 'takes numbers by name');
    return parameter.name;
  });
  return { parameters, result: only.argument };
}
