import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AccessibilityContact } from '#contracts/kernel';
import { OpenToAll } from '../session/caller.js';
import { Answers } from './answers.js';
import { Installation } from './installation.js';

@ApiTags('accessibility')
@Controller('api/v1/accessibility')
export class AccessibilityController {
  constructor(private readonly installation: Installation) {}

  @Get()
  @OpenToAll()
  @Answers(AccessibilityContact, 'Where barriers are reported, for the accessibility statement')
  read(): AccessibilityContact {
    return { contact: this.installation.accessibilityContact };
  }
}
