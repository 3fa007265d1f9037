import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CapacityRequest, Organisation, Service, ServiceQuery } from '#contracts/directory';
import { ServiceId } from '#contracts/kernel';
import { CallerOf, type Caller } from '../kernel/session/caller.js';
import { Answers } from '../kernel/system/answers.js';
import { DirectoryService } from './directory.service.js';

@ApiTags('directory')
@Controller('api/v1/directory')
export class DirectoryController {
  constructor(private readonly directory: DirectoryService) {}

  @Get('services')
  @Answers(Service, 'Services for which every condition holds', { list: true })
  services(@CallerOf() caller: Caller, @Query({ schema: ServiceQuery }) query: ServiceQuery): Promise<Service[]> {
    return this.directory.services(caller, query);
  }

  @Get('organisations')
  @Answers(Organisation, 'The member institutions', { list: true })
  organisations(@CallerOf() caller: Caller): Promise<Organisation[]> {
    return this.directory.organisations(caller);
  }

  @Put('services/:serviceId/capacity')
  @Answers(Service, 'Confirms whether a service can take new work')
  confirmCapacity(
    @CallerOf() caller: Caller,
    @Param('serviceId', { schema: ServiceId }) serviceId: string,
    @Body({ schema: CapacityRequest }) body: CapacityRequest,
  ): Promise<Service> {
    return this.directory.confirmCapacity(caller, serviceId, body);
  }
}
