import { problems, type ProblemCode } from '#contracts/catalogue';
import ts from 'typescript';

/** One check of rights in the built API, and what stands in its place when it is removed. */
export type Cut = {
  /** File, what is removed, and its place among those that look alike there. */
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly instead: string;
};

/** What says true of somebody who may. */
const predicates = new Set([
  'mayDo',
  'isMember',
  'isCoordinator',
  'actsFor',
  'maySeeCase',
  'knowsCase',
  'manages',
  'mayManage',
  'mayRemove',
  'mayWithdraw',
  'mayArrangeAbsence',
  'mayStandInFor',
  'mayTry',
  'mayWrite',
  'isFreshlyProven',
  'isFreshlySignedIn',
]);

/** What says true of somebody who has to show more before they may. */
const demands = new Set(['takesPasskey', 'awaitsPasskey']);

/** Decorators that put a check on a route. */
const marks = new Set(['Needs', 'NeedsProof']);

/** Refusals that are not 401 or 403 and yet say that somebody may not: to them what they ask for is not there. */
const hiding: readonly ProblemCode[] = ['case-not-found', 'member-unknown', 'invitation-unknown', 'passkey-late'];

/** What a case lets whom do is decided by its workflow, in the worker; the API asks who sees and who knows it. */
const ofWorker = /^dist\/libs\/domain\/src\/case\/(?!rights)/;
const inCaseRights = new Set(['maySeeCase', 'knowsCase']);

const moduleMark = /^\/\/ (dist\/\S+|node_modules\/\S+|\S+\.(?:js|mjs|cjs|json))$/gm;

/** The modules of ours in a bundle: where each stands. */
function modulesOf(bundle: string): { readonly file: string; readonly from: number; readonly to: number }[] {
  const marked = [...bundle.matchAll(moduleMark)].map(({ index, 1: file = '' }) => ({ file, from: index }));
  return marked
    .map((one, place) => ({ ...one, to: marked[place + 1]?.from ?? bundle.length }))
    .filter(
      ({ file }) =>
        /^dist\/(apps\/api\/src|libs\/domain\/src|libs\/persistence\/src\/people)\//.test(file) && !ofWorker.test(file),
    );
}

/** Whether an error says that somebody may not. */
function isRefusal(code: string): boolean {
  const found = problems[code as ProblemCode] as { readonly status: number } | undefined;
  return found !== undefined && ([401, 403].includes(found.status) || hiding.includes(code as ProblemCode));
}

/** The error that a statement throws, when it does nothing else; `need.refusal` is that of a route. */
function thrownBy(statement: ts.Statement): string | undefined {
  const only = ts.isBlock(statement) ? statement.statements[0] : statement;
  if (only === undefined || !ts.isThrowStatement(only) || !ts.isNewExpression(only.expression)) {
    return undefined;
  }
  if (plain(only.expression.expression.getText()) !== 'Problem') {
    return undefined;
  }
  const [code] = only.expression.arguments ?? [];
  return code === undefined ? undefined : ts.isStringLiteralLike(code) ? code.text : 'forbidden';
}

/** Whether a statement does nothing else than to return a refusal, as the repositories answer one that they came to under a lock. */
function returnsRefusal(statement: ts.Statement): boolean {
  const only = ts.isBlock(statement) ? statement.statements[0] : statement;
  return (
    only !== undefined && ts.isReturnStatement(only) && only.expression !== undefined && isRefusing(only.expression)
  );
}

/** Whether an expression is a refusal that is written out, or one that a check brought. */
function isRefusing(expression: ts.Expression): boolean {
  return ts.isObjectLiteralExpression(expression)
    ? expression.properties.some((one) => nameOf(one.name) === 'refusal')
    : ['hindrance', 'over'].includes(plain(nameOf(expression)));
}

/** Every check of rights in a bundle of the API, each by itself. */
export function cutsOf(bundle: string): Cut[] {
  const all = modulesOf(bundle).flatMap(({ file, from, to }) => cutsIn(file, bundle.slice(from, to), from));
  const seen = new Map<string, number>();
  return all.map((cut) => {
    const times = (seen.get(cut.name) ?? 0) + 1;
    seen.set(cut.name, times);
    return times === 1 ? cut : { ...cut, name: `${cut.name} (${times})` };
  });
}

function cutsIn(file: string, text: string, offset: number): Cut[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const cuts: Cut[] = [];
  const short = file.replace(/^dist\//, '').replace('/src/', '/');
  const isKept = short.startsWith('libs/persistence/');
  const cut = (node: ts.Node, instead: string, what = node.getText(source)) => {
    const said = what
      .replaceAll(/(?<=\w)\$\d+\b/g, '')
      .replaceAll(/\s+/g, ' ')
      .slice(0, 90);
    cuts.push({ name: `${short}: ${said}`, from: offset + node.getStart(source), to: offset + node.getEnd(), instead });
  };
  const visit = (node: ts.Node, inside: string) => {
    const here = ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node) ? nameOf(node.name) : inside;
    if (ts.isCallExpression(node)) {
      const called = plain(node.expression.getText(source));
      if (marks.has(called)) {
        cut(node, '(() => void 0)', `${node.getText(source)} of ${routeOf(node, source)}`);
      } else if (
        predicates.has(called) &&
        !(isKept && called === 'isMember') &&
        (!short.includes('domain/case') || inCaseRights.has(here))
      ) {
        cut(node, 'true', `${node.getText(source)} in ${here}`);
      } else if (demands.has(called)) {
        cut(node, 'false', `${node.getText(source)} in ${here}`);
      }
    }
    if (isKept && ts.isIfStatement(node) && returnsRefusal(node.thenStatement)) {
      cut(node.expression, 'false', `${node.getText(source)} in ${here}`);
    }
    if (isKept && ts.isConditionalExpression(node) && isRefusing(node.whenTrue)) {
      cut(node.condition, 'false', `${node.getText(source)} in ${here}`);
    }
    if (ts.isIfStatement(node) && isRefusal(thrownBy(node.thenStatement) ?? '')) {
      cut(node.expression, 'false', `${node.getText(source)} in ${here}`);
    }
    if (ts.isVariableDeclaration(node) && plain(nameOf(node.name)) === 'rights' && node.initializer !== undefined) {
      rowsOf(node.initializer).forEach((row) => {
        cut(row.initializer, 'members', `the right ${row.name.getText(source)} for all`);
      });
    }
    ts.forEachChild(node, (child) => visit(child, here));
  };
  visit(source, '');
  return cuts;
}

/** A name without what a bundler adds where two are alike. */
function plain(name: string): string {
  return name.replace(/\$\d+$/, '');
}

function nameOf(name: ts.Node | undefined): string {
  return name !== undefined && ts.isIdentifier(name) ? name.text : '';
}

/** The rows of a table of rights that are not everybody's already. */
function rowsOf(table: ts.Expression): ts.PropertyAssignment[] {
  return ts.isObjectLiteralExpression(table)
    ? table.properties.filter(
        (one): one is ts.PropertyAssignment =>
          ts.isPropertyAssignment(one) && ts.isArrayLiteralExpression(one.initializer),
      )
    : [];
}

/** What a decorator stands on: the class, or its method. */
function routeOf(mark: ts.Node, source: ts.SourceFile): string {
  const decorating = mark.parent.parent;
  if (!ts.isCallExpression(decorating)) {
    return '?';
  }
  const [, target, name] = decorating.arguments;
  return [target, name].flatMap((one) => (one === undefined ? [] : [one.getText(source)])).join(' ');
}
