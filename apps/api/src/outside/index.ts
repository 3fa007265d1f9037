import { OutsideRepository } from '#persistence/outside';
import { repositories, type Subject } from '../kernel/parts.js';
import { OutsideController } from './outside.controller.js';
import { OutsideService } from './outside.service.js';

/** Public series of other institutions. */
export const outside: Subject = {
  controllers: [OutsideController],
  providers: [...repositories(OutsideRepository), OutsideService],
};
