import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Letter } from '#contracts/people';
import { OpenToAll } from '../kernel/session/caller.js';
import { Answers, Refuses } from '../kernel/system/answers.js';
import { KeptLetters } from './kept-letters.js';

@ApiTags('session')
@Controller('api/v1/letters')
export class LettersController {
  constructor(private readonly letters: KeptLetters) {}

  @Refuses('not-found')
  @Get()
  @OpenToAll()
  @Answers(Letter, 'Mails of development, which were put aside instead of sent', { list: true })
  list(): Promise<Letter[]> {
    return this.letters.list();
  }
}
