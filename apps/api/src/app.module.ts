import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { analysis } from './analysis/index.js';
import { cases } from './case/index.js';
import { directory } from './directory/index.js';
import { kernel } from './kernel/index.js';
import { type AppParts, providing, withoutParts } from './kernel/parts.js';
import { monitoring } from './monitoring/index.js';
import { operations } from './operations/index.js';
import { outside } from './outside/index.js';
import { people } from './people/index.js';

const subjects = [kernel, analysis, cases, directory, monitoring, operations, outside, people];

/** All routes of the API. */
export const controllers = subjects.flatMap((one) => [...one.controllers]);

/** The one module of the API: its subjects, one beside the other. */
@Module({})
export class AppModule {
  /** The same without its parts, for a preview that describes the routes and answers none. */
  static preview(): DynamicModule {
    return AppModule.made([withoutParts, { provide: DataSource, useValue: undefined }], []);
  }

  static of(parts: AppParts): DynamicModule {
    const { database } = parts;
    return AppModule.made(
      [providing(parts)],
      [
        // Connected by `Database` at the first use, not here: the API starts and answers while PostgreSQL is away.
        TypeOrmModule.forRootAsync({
          useFactory: () => ({ ...database.source.options, manualInitialization: true }),
          dataSourceFactory: async () => database.source,
        }),
      ],
    );
  }

  private static made(parts: readonly Provider[], imports: DynamicModule[]): DynamicModule {
    return {
      module: AppModule,
      imports,
      controllers: [...controllers],
      providers: [...parts, ...subjects.flatMap(({ providers }) => [...providers])],
    };
  }
}
