import { createHash } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Type } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { OpenAPIObject } from '@nestjs/swagger';
import { type ProblemCode, problems } from '#contracts/catalogue';
import { beforePasskey, needsProof, openToAll, type Proof, refusalOfProof } from '../session/caller.js';
import { type Need, needed } from '../session/right.guard.js';
import { partsIn } from './edge.interceptor.js';
import { refusing } from './answers.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Responses = Operation['responses'];

/** Where `ApiProduces` writes; the package does not export its name. */
const producing = 'swagger/apiProduces';

const methods = ['get', 'put', 'post', 'delete'] as const;

/** Seconds to wait before one asks again, told with these. */
const waiting: readonly number[] = [429, 503];

/** What a route is, as far as its refusals follow from it. */
type Route = {
  readonly path: string;
  readonly writes: boolean;
  readonly isOpen: boolean;
  /** For a session that waits for a passkey too. */
  readonly isBeforePasskey: boolean;
  readonly proof: Proof | undefined;
  readonly need: Need | undefined;
  readonly takesBody: boolean;
  readonly own: readonly ProblemCode[];
  /** Content types that it answers with, where it writes its answer by itself. */
  readonly produces: readonly string[];
};

/** Every problem that a route may answer with, by status. */
function refusalsOf({
  path,
  writes,
  isOpen,
  isBeforePasskey,
  proof,
  need,
  takesBody,
  own,
}: Route): Map<number, ProblemCode[]> {
  const codes: readonly (readonly [code: ProblemCode, status?: number])[] = [
    ['bad-input', 400],
    ['bad-input'],
    ...(takesBody
      ? ([
          ['bad-input', 413],
          ['bad-input', 415],
        ] as const)
      : []),
    ...(isOpen ? [] : ([['signed-out']] as const)),
    ...(isOpen || isBeforePasskey ? [] : ([['passkey-needed']] as const)),
    ...(proof === undefined ? [] : ([[refusalOfProof[proof]]] as const)),
    ...(need === undefined ? [] : ([[need.refusal]] as const)),
    ...(writes ? ([['wrong-origin']] as const) : []),
    ...(path.startsWith('/api/') ? ([['wrong-host']] as const) : []),
    ...own.map((code) => [code] as const),
    ['engine-away'],
    ['unexpected'],
  ];
  const byStatus = new Map<number, ProblemCode[]>();
  for (const [code, status = problems[code].status] of codes) {
    byStatus.set(status, [...new Set([...(byStatus.get(status) ?? []), code])]);
  }
  return byStatus;
}

/** A refusal as it is answered, under a name by which several routes refer to it. */
function refusalOf(status: number, codes: readonly ProblemCode[]) {
  const answer = {
    description: `${STATUS_CODES[status] ?? status}: ${codes.join(', ')}`,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDetails' } } },
    ...(waiting.includes(status) && {
      headers: { 'Retry-After': { description: 'Seconds to wait', schema: { type: 'integer', minimum: 1 } } },
    }),
  };
  const digest = createHash('sha256').update(codes.join()).digest('hex').slice(0, 6);
  return { name: codes.length < 4 ? [status, ...codes].join('.') : `${status}.${digest}`, answer };
}

function routeOf(path: string, method: string, handler: { controller: Type; name: string }): Route {
  const { controller, name } = handler;
  const action = (controller.prototype as Readonly<Record<string, object>>)[name] ?? {};
  const read = <Value>(key: string) =>
    (Reflect.getMetadata(key, action) ?? Reflect.getMetadata(key, controller)) as Value | undefined;
  const asked = partsIn(
    (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Readonly<Record<string, unknown>>,
  );
  return {
    path,
    writes: method !== 'get',
    isOpen: read<boolean>(openToAll) === true,
    isBeforePasskey: read<boolean>(beforePasskey) === true,
    proof: read<Proof>(needsProof),
    need: read<Need>(needed),
    takesBody: asked.has(RouteParamtypes.BODY) || asked.has(RouteParamtypes.FILE),
    own: read<ProblemCode[]>(refusing) ?? [],
    produces: read<string[]>(producing) ?? [],
  };
}

/** What a route answers when all is well, with the content types it writes by itself. */
function withContent(answers: Responses, { produces }: Route): Responses {
  const content = Object.fromEntries(produces.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]));
  return Object.fromEntries(
    Object.entries(answers).map(([status, answer]) => {
      const bare = answer === undefined || '$ref' in answer || answer.content !== undefined || produces.length === 0;
      return [status, bare || status.startsWith('3') ? answer : { ...answer, content }];
    }),
  );
}

/** The document with every problem that a route may answer with, and whether it takes a session: as it is written on the routes. */
export function withProblems(document: OpenAPIObject, controllers: readonly Type[]): OpenAPIObject {
  const refusals: Record<string, object> = {};
  const byName = new Map(controllers.map((one) => [one.name, one]));
  const paths = Object.entries(document.paths).map(([path, item]) => {
    const operations = methods.flatMap((method) => {
      const operation = item[method];
      const [name = '', action = ''] = operation?.operationId?.split('_') ?? [];
      const controller = byName.get(name);
      if (operation === undefined || controller === undefined) {
        return [];
      }
      const { default: _, ...answers } = operation.responses;
      const route = routeOf(path, method, { controller, name: action });
      const told: Responses = {};
      for (const [status, codes] of [...refusalsOf(route)].sort(([one], [other]) => one - other)) {
        const { name: called, answer } = refusalOf(status, codes);
        refusals[called] = answer;
        told[status] = { $ref: `#/components/responses/${called}` };
      }
      const security = route.isOpen ? [] : [{ cookie: [] }];
      return [[method, { ...operation, security, responses: { ...withContent(answers, route), ...told } }] as const];
    });
    return [path, { ...item, ...Object.fromEntries(operations) }] as const;
  });
  const responses = refusals as NonNullable<OpenAPIObject['components']>['responses'];
  return { ...document, paths: Object.fromEntries(paths), components: { ...document.components, responses } };
}
