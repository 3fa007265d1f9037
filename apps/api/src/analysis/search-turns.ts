import { Injectable } from '@nestjs/common';
import { Turns } from '../kernel/turns.js';

/** Searches of events may take seconds, and connections to PostgreSQL are few: nobody has all of them. */
@Injectable()
export class SearchTurns extends Turns {
  constructor() {
    super({ places: 4, placesPerPerson: 2, longPlaces: 4, longPerPerson: 2, waitingPerPerson: 20 });
  }
}
