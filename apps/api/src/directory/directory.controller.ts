import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CapacityRequest, Organisation, Service, ServiceQuery } from '#contracts/directory';
import { ServiceId } from '#contracts/kernel';
import { KeyIfGivenOf } from '../kernel/commands/key.js';
import { CallerOf, type Caller } from '../kernel/session/caller.js';
import { Needs } from '../kernel/session/right.guard.js';
import { Answers, Refuses } from '../kernel/system/answers.js';
import { TakesKey } from '../kernel/system/takes.js';
import { DirectoryService } from './directory.service.js';

@ApiTags('directory')
@Needs('read-directory')
@Controller('api/v1/directory')
export class DirectoryController {
  constructor(private readonly directory: DirectoryService) {}

  @Get('services')
  @Answers(Service, 'Services for which every condition holds', { list: true })
  services(@Query({ schema: ServiceQuery }) query: ServiceQuery): Promise<Service[]> {
    return this.directory.services(query);
  }

  @Get('organisations')
  @Answers(Organisation, 'The member institutions', { list: true })
  organisations(): Promise<Organisation[]> {
    return this.directory.organisations();
  }

  @Needs(['confirm-own-capacity', 'confirm-any-capacity'])
  @Refuses('not-found', 'forbidden', 'service-unknown', 'key-reused', 'key-forgotten')
  @Put('services/:serviceId/capacity')
  @TakesKey('ifGiven')
  @Answers(Service, 'Confirms whether a service can take new work')
  confirmCapacity(
    @CallerOf() caller: Caller,
    @Param('serviceId', { schema: ServiceId }) serviceId: string,
    @KeyIfGivenOf() key: string | undefined,
    @Body({ schema: CapacityRequest }) body: CapacityRequest,
  ): Promise<Service> {
    return this.directory.confirmCapacity(caller, serviceId, body, key);
  }
}
