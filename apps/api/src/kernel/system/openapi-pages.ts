import type { INestApplication } from '@nestjs/common';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import document from '../../../../../libs/contracts/generated/openapi.json' with { type: 'json' };

/** Serves the document that `npm run gen` wrote and its pages at `/docs/api`; nothing is loaded from elsewhere. */
export function serveOpenApi(app: INestApplication): void {
  const { 'x-made': _made, ...served } = document;
  // Its type as a file is too narrow to compare: it was written from an `OpenAPIObject`.
  SwaggerModule.setup('docs/api', app, served as unknown as OpenAPIObject, {
    customSiteTitle: 'Relais API',
    jsonDocumentUrl: 'docs/api/openapi.json',
  });
}
