import { DirectoryRepository } from '#persistence/directory';
import { repositories, type Subject } from '../kernel/parts.js';
import { DirectoryController } from './directory.controller.js';
import { DirectoryService } from './directory.service.js';

/** Who offers what, and whether there is room. */
export const directory: Subject = {
  controllers: [DirectoryController],
  providers: [...repositories(DirectoryRepository), DirectoryService],
};
