import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SignInOptions } from '#contracts/people';
import { OpenToAll } from '../kernel/session/caller.js';
import { Answers } from '../kernel/system/answers.js';
import { KeptLetters } from './kept-letters.js';
import { Providers } from './providers/providers.js';
import { SignInWays } from './sign-in-ways.js';

@ApiTags('session')
@Controller('api/v1/sign-in')
export class SignInController {
  constructor(
    private readonly ways: SignInWays,
    private readonly letters: KeptLetters,
    private readonly providers: Providers,
  ) {}

  @Get()
  @OpenToAll()
  @Answers(SignInOptions, 'How one may sign in here')
  read(): SignInOptions {
    const { ways, letters, providers } = this;
    return {
      personas: ways.has('development'),
      mail: ways.has('mail'),
      letters: letters.areKept,
      providers: providers.offered(),
    };
  }
}
