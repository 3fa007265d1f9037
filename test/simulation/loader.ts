import { replacements } from './replacements.js';

type Context = { readonly parentURL?: string };
type Resolved = { readonly url: string; readonly shortCircuit?: boolean };
type Next = (specifier: string, context: Context) => Promise<Resolved>;

const models: Readonly<Record<string, string>> = replacements;

/** A hook of Node's module loader: the code under test gets models where it asks for engines. */
export async function resolve(specifier: string, context: Context, next: Next): Promise<Resolved> {
  const model = models[specifier];
  return model === undefined
    ? next(specifier, context)
    : { url: new URL(model, import.meta.url).href, shortCircuit: true };
}
