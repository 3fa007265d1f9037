import type { INestApplication, Type } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { z } from 'zod';
import { cookieName } from '../session/token.js';
import { withProblems } from './openapi-problems.js';
import { NamedSchemas, type SchemaNames } from './schema-names.js';

/** The ending of a schema's name where it says what may be sent: optional with a default, say, and not always there. */
const sent = 'Input';

const byName = <Value>(entries: Readonly<Record<string, Value>>) =>
  Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Writes each schema that the contracts name once, among the components, and refers to it. */
function converterWith(names: SchemaNames) {
  const registries = { output: new NamedSchemas(names, ''), input: new NamedSchemas(names, sent) };
  return (schema: unknown, { schemaType: io }: { readonly schemaType: 'input' | 'output' }) => {
    if (!(schema instanceof z.ZodType)) {
      return undefined;
    }
    const metadata = registries[io];
    const { definitions, ...root } = z.toJSONSchema(schema, { target: 'openapi-3.0', io, metadata });
    const components = { ...(definitions as Schemas | undefined) };
    const name = metadata.get(schema)?.id;
    if (name === undefined || io === 'output') {
      return { schema: root, components };
    }
    // What is sent stays in its place: the parameters of a query are read from it.
    const { [name]: inPlace = root, ...others } = components;
    return { schema: inPlace, components: others };
  };
}

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** The document with one schema where what may be sent is what is answered. */
function withoutTwins(document: OpenAPIObject): OpenAPIObject {
  const schemas = document.components?.schemas ?? {};
  const twins = Object.keys(schemas).filter((name) => {
    const answered = schemas[name.slice(0, -sent.length)];
    return name.endsWith(sent) && JSON.stringify(answered) === JSON.stringify(schemas[name]);
  });
  if (twins.length === 0) {
    return document;
  }
  const text = twins.reduce(
    (before, name) =>
      before.replaceAll(`"#/components/schemas/${name}"`, `"#/components/schemas/${name.slice(0, -sent.length)}"`),
    JSON.stringify(document),
  );
  const next = JSON.parse(text) as OpenAPIObject;
  for (const name of twins) {
    delete next.components?.schemas?.[name];
  }
  // What refers to a twin may have become one.
  return withoutTwins(next);
}

/** The API as an OpenAPI document, its paths and schemas by name: written by `npm run gen`, and served as it was written. */
export function openApiOf(app: INestApplication, names: SchemaNames, controllers: readonly Type[]): OpenAPIObject {
  const about = new DocumentBuilder()
    .setTitle('Relais')
    .setDescription('Referral and case monitoring between organisations that help entrepreneurs in difficulty.')
    .setVersion('1')
    .addCookieAuth(cookieName)
    .build();
  const written = SwaggerModule.createDocument(app, about, { standardSchemaConverter: converterWith(names) });
  const { paths, components, ...rest } = withProblems(withoutTwins(written), controllers);
  return {
    ...rest,
    paths: byName(paths),
    components: { ...components, ...(components?.schemas && { schemas: byName(components.schemas) }) },
  };
}
