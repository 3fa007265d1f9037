import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** What one file imports: a file of the house or a package of others. `type` says that nothing of it is there at run time. */
export type Import = { readonly from: string; readonly to: string; readonly type: boolean };

type Targets = string | { readonly source: string };

const aliases = Object.entries(
  (JSON.parse(fs.readFileSync('package.json', 'utf8')) as { imports: Record<string, Targets> }).imports,
).map(([name, target]) => ({ name, source: (typeof target === 'string' ? target : target.source).slice(2) }));

/** All sources below a folder that run in a process: no specs, nothing that was generated. */
export function sourcesIn(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join(folder, name))
    .filter((name) => /\.tsx?$/.test(name) && !/\.spec\.tsx?$|\.d\.ts$/.test(name))
    .sort();
}

/** What the file imports and exports on, with `#name` and relative paths as paths from the top. */
export function importsOf(file: string): Import[] {
  const source = ts.createSourceFile(file, fs.readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const found: Import[] = [];
  const add = (specifier: string, type: boolean) => found.push({ from: file, to: resolve(file, specifier), type });
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      add(node.moduleSpecifier.text, isType(node));
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
      add(node.moduleSpecifier.text, node.isTypeOnly);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [first] = node.arguments;
      if (first && ts.isStringLiteral(first)) {
        add(first.text, false);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isType({ importClause }: ts.ImportDeclaration): boolean {
  const named = importClause?.namedBindings;
  return (
    importClause !== undefined &&
    (importClause.isTypeOnly ||
      (importClause.name === undefined &&
        named !== undefined &&
        ts.isNamedImports(named) &&
        named.elements.every((one) => one.isTypeOnly)))
  );
}

function resolve(file: string, specifier: string): string {
  if (specifier.startsWith('.')) {
    return sourceOf(path.posix.join(path.posix.dirname(file), specifier));
  }
  for (const { name, source } of aliases) {
    const [before = '', after = ''] = name.split('*');
    if (!name.includes('*') && name === specifier) {
      return source;
    }
    if (name.includes('*') && specifier.startsWith(before) && specifier.endsWith(after)) {
      const within = specifier.slice(before.length, specifier.length - after.length);
      const target = source.replace('*', within);
      if (fs.existsSync(target)) {
        return target;
      }
    }
  }
  return specifier;
}

function sourceOf(file: string): string {
  const candidates = [file.replace(/\.js$/, '.ts'), file.replace(/\.js$/, '.tsx'), file, `${file}.ts`, `${file}.tsx`];
  return candidates.find((one) => fs.existsSync(one)) ?? file;
}

/** Everything that is loaded when a file is: files of the house and packages. */
export function loadedBy(file: string): Set<string> {
  const seen = new Set<string>();
  const open = [file];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (!seen.has(next)) {
      seen.add(next);
      if (/\.tsx?$/.test(next)) {
        open.push(...importsOf(next).flatMap(({ to, type }) => (type ? [] : [to])));
      }
    }
  }
  return seen;
}

/** A way round in the graph, from a name back to itself; undefined when there is none. */
export function circleIn(edges: ReadonlyMap<string, ReadonlySet<string>>): string[] | undefined {
  const done = new Set<string>();
  const walk = (name: string, way: readonly string[]): string[] | undefined => {
    if (way.includes(name)) {
      return [...way.slice(way.indexOf(name)), name];
    }
    if (done.has(name)) {
      return undefined;
    }
    for (const next of edges.get(name) ?? []) {
      const circle = walk(next, [...way, name]);
      if (circle) {
        return circle;
      }
    }
    done.add(name);
    return undefined;
  };
  for (const name of edges.keys()) {
    const circle = walk(name, []);
    if (circle) {
      return circle;
    }
  }
  return undefined;
}
