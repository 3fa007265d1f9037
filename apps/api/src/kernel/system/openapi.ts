import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { cookieName } from '../session/token.js';

const byName = <Value>(entries: Readonly<Record<string, Value>>) =>
  Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));

/** The API as an OpenAPI document, its paths and schemas by name: served by the API, and written by `npm run gen`. */
export function openApiOf(app: INestApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setTitle('Relais')
    .setDescription('Referral and case monitoring between organisations that help entrepreneurs in difficulty.')
    .setVersion('1')
    .addCookieAuth(cookieName)
    .build();
  const { paths, components, ...rest } = SwaggerModule.createDocument(app, about);
  return {
    ...rest,
    paths: byName(paths),
    components: { ...components, ...(components?.schemas && { schemas: byName(components.schemas) }) },
  };
}

/** Serves the document and its pages at `/docs/api`; nothing is loaded from elsewhere. */
export function serveOpenApi(app: INestApplication): void {
  SwaggerModule.setup('docs/api', app, () => openApiOf(app), {
    customSiteTitle: 'Relais API',
    jsonDocumentUrl: 'docs/api/openapi.json',
  });
}
