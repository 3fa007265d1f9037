import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import fs from 'node:fs';
import path from 'node:path';
import { AppModule, controllers } from './app.module.js';
import { openApiOf } from './kernel/system/openapi.js';
import { readSchemaNames } from './kernel/system/schema-names.js';

// A preview makes no instance and opens no connection: the routes and what is written on them are enough.
const app = await NestFactory.create(AppModule.preview(), { preview: true, logger: ['error'] });
const made = 'Made by `npm run gen` from the routes of apps/api; do not edit.';
const { openapi, ...document } = openApiOf(app, await readSchemaNames(), controllers);
fs.writeFileSync(
  path.resolve('libs/contracts/generated/openapi.json'),
  `${JSON.stringify({ openapi, 'x-made': made, ...document }, null, 2)}\n`,
);
