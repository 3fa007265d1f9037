import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { cookieName } from '../session/token.js';

/** The API as an OpenAPI document. */
export function openApiOf(app: INestApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setTitle('Relais')
    .setDescription('Referral and case monitoring between organisations that help entrepreneurs in difficulty.')
    .setVersion('1')
    .addCookieAuth(cookieName)
    .build();
  return SwaggerModule.createDocument(app, about);
}

/** Serves the document and its pages at `/docs/api`; nothing is loaded from elsewhere. */
export function serveOpenApi(app: INestApplication): void {
  SwaggerModule.setup('docs/api', app, () => openApiOf(app), {
    customSiteTitle: 'Relais API',
    jsonDocumentUrl: 'docs/api/openapi.json',
  });
}
