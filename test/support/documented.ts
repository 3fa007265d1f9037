import { readFileSync } from 'node:fs';

type Described = { readonly content?: Readonly<Record<string, unknown>> };
type Answers = Readonly<Record<string, Described & { readonly $ref?: string }>>;
type Template = {
  readonly path: string;
  readonly pattern: RegExp;
  readonly methods: Readonly<Record<string, { readonly responses: Answers }>>;
};

/** Routes of the document that were asked, as `GET /api/v1/cases/{caseId}`. */
export const askedRoutes = new Set<string>();

let known:
  { readonly templates: readonly Template[]; readonly shared: Readonly<Record<string, Described>> } | undefined;

const escaped = (text: string) => text.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`);

/** The addresses of the document, those of fewer parameters first: the same order in which routes are found. */
function read(): NonNullable<typeof known> {
  const { paths, components } = JSON.parse(readFileSync('libs/contracts/generated/openapi.json', 'utf8')) as {
    readonly paths: Readonly<Record<string, Template['methods']>>;
    readonly components: { readonly responses: Readonly<Record<string, Described>> };
  };
  const templates = Object.entries(paths)
    .map(([path, methods]) => ({
      path,
      methods,
      pattern: new RegExp(`^${escaped(path).replaceAll(/\{\w+\}/g, '[^/]+?')}/?$`),
    }))
    .sort((a, b) => a.path.split('{').length - b.path.split('{').length || b.path.length - a.path.length);
  return { templates, shared: components.responses };
}

/**
 * Holds an answer against the OpenAPI document: its status, and its content type, are among those that its route can give.
 * Addresses that the document does not know are not its matter.
 * @throws Error that says what the document lacks
 */
export function mustBeDocumented(method: string, url: string, response: Response): void {
  const { pathname } = new URL(url);
  known ??= read();
  const { templates, shared } = known;
  const asked = method === 'HEAD' ? 'get' : method.toLowerCase();
  const found = templates.find(({ pattern, methods }) => pattern.test(pathname) && methods[asked] !== undefined);
  if (found === undefined) {
    return;
  }
  const route = `${method} ${found.path}`;
  askedRoutes.add(route);
  const told = found.methods[asked]?.responses[response.status];
  const answer = told?.$ref === undefined ? told : shared[told.$ref.split('/').at(-1) ?? ''];
  if (answer === undefined) {
    throw new Error(`the OpenAPI document does not say that ${route} may answer ${response.status}`);
  }
  const [type = ''] = (response.headers.get('content-type') ?? '').split(';');
  const types = Object.keys(answer.content ?? {});
  if (type !== '' && !types.includes(type)) {
    throw new Error(`the OpenAPI document says ${types.join(', ')} of ${route} ${response.status}, and not ${type}`);
  }
}
