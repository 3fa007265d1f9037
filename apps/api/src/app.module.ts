import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { analysis } from './analysis/index.js';
import { cases } from './case/index.js';
import { directory } from './directory/index.js';
import { kernel } from './kernel/index.js';
import { type AppParts, providing } from './kernel/parts.js';
import { monitoring } from './monitoring/index.js';
import { operations } from './operations/index.js';
import { outside } from './outside/index.js';
import { people } from './people/index.js';

const subjects = [kernel, analysis, cases, directory, monitoring, operations, outside, people];

/** The one module of the API: its subjects, one beside the other. */
@Module({})
export class AppModule {
  static of(parts: AppParts): DynamicModule {
    const { database } = parts;
    return {
      module: AppModule,
      imports: [
        // Connected by `Database` at the first use, not here: the API starts and answers while PostgreSQL is away.
        TypeOrmModule.forRootAsync({
          useFactory: () => ({ ...database.source.options, manualInitialization: true }),
          dataSourceFactory: async () => database.source,
        }),
      ],
      controllers: subjects.flatMap(({ controllers }) => [...controllers]),
      providers: [providing(parts), ...subjects.flatMap(({ providers }) => [...providers])],
    };
  }
}
