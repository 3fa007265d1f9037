import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { declineReasons, referralOutcomes, referralStates } from '#contracts/case/codes';
import { errorsOf, openBrowser, type TestBrowser } from '../../support/browser.js';
import { facts } from '../../support/builders.js';
import { signIn } from '../../support/http.js';
import type { Stack } from '../../support/processes.js';
import type { System } from '../../support/system.js';
import { until } from '../../support/wait.js';
import { overflowOf } from './barriers.js';
import { signedIn, signedInByHand, type Person } from './person.js';
import { nameOf, type Told } from './texts.js';

let stack: Stack;
let browser: TestBrowser;

/** Cases as they travel between people. */
export function journey(system: () => System): void {
  beforeAll(async () => {
    stack = system().stack;
    // A trend is shown once there is something to count.
    const paul = await signIn(stack.apiUrl, 'paul-itaa');
    await paul.openCase({ facts: facts({ difficulties: [{ difficulty: 'rent', severity: 2 }] }) });
    browser = await openBrowser(stack.apiUrl);
  });

  // Each stays signed in from one story to the next, and looks at nothing in between.
  afterEach(async () => {
    await Promise.all([...people.values()].map(({ page }) => page.goto('about:blank')));
  });

  afterAll(async () => {
    await browser?.close();
  });

  const people = new Map<string, Person>();

  async function enter(personId: string, language: Told): Promise<Person> {
    const key = `${personId} ${language}`;
    const person = people.get(key) ?? (await signedIn(await browser.person(language), personId, language));
    people.set(key, person);
    return person;
  }

  /** The number in the trend's table for the running month. */
  async function trendOf(person: Person): Promise<number> {
    const cell = person.page.locator('[data-figure="trend"] tbody tr').last().locator('td').first();
    await cell.waitFor();
    return Number(await cell.innerText());
  }

  describe.each<Told>(['fr', 'nl'])('in %s', (language) => {
    const state = (code: keyof typeof referralStates) => nameOf(referralStates, code, language);

    it('a case travels: opened, referred to three, accepted, handed on and closed, and the trend moves by itself', async () => {
      const watcher = await enter('sofie-hub', language);
      await watcher.goTo('/trends?tier=exact&table=trend&difficulty=rent');
      const lead = await enter('paul-itaa', language);
      const mediator = await enter('brigitte-bemediation', language);
      const psychologist = await enter('nora-unpass', language);

      const before = await trendOf(watcher);
      const code = await lead.openCase('rent');
      await until(async () => (await trendOf(watcher)) === before + 1, 'the trend moved on another screen');

      await lead.ask(['BeMediation', 'impasse', 'UCM'], 'each');

      await mediator.goToCase(code);
      await mediator.start('accept');
      await lead.sees(state('accepted'));
      await mediator.start('record-first-contact');
      await lead.sees(lead.text('timeline', 'referral.first-contact-made'));
      await mediator.start('hand-on');
      await mediator.ask(['Oasis']);
      await lead.sees('Oasis');

      await psychologist.goToCase(code);
      await psychologist.start('accept');
      await psychologist.start('record-first-contact');
      await psychologist.start('close-referral');
      await psychologist.answer(
        [nameOf(referralOutcomes, 'helped', language)],
        psychologist.text('actions', 'close.submit'),
      );
      await lead.sees(nameOf(referralOutcomes, 'helped', language));

      for (const person of [watcher, lead, mediator, psychologist]) {
        expect(errorsOf(person.page)).toEqual([]);
      }
    });

    it('declined for want of room it goes to the coordinators, who place it', async () => {
      const lead = await enter('paul-itaa', language);
      const code = await lead.openCase('energy');
      await lead.ask(['BeMediation']);
      const mediator = await enter('brigitte-bemediation', language);
      await mediator.goToCase(code);
      await mediator.start('decline');
      await mediator.answer([nameOf(declineReasons, 'full', language)], mediator.text('actions', 'decline.submit'));
      const coordinator = await enter('sofie-hub', language);
      await coordinator.goTo('/dispatch');
      await coordinator.page.getByText(code).first().click();
      await coordinator.page.getByRole('button', { name: coordinator.text('dispatch', 'action.refer') }).click();
      await coordinator.ask(['UCM']);
      await lead.sees('UCM');
      const other = await enter('tom-ucm', language);
      await other.goToCase(code);
      await other.start('accept');
      await lead.sees(state('accepted'));
    });

    it('offered to three, the first that accepts takes it and the others are told', async () => {
      const lead = await enter('paul-itaa', language);
      const code = await lead.openCase('suppliers');
      await lead.ask(['BeMediation', 'UCM', 'impasse'], 'offer');
      const slower = await enter('brigitte-bemediation', language);
      await slower.goToCase(code);
      const faster = await enter('tom-ucm', language);
      await faster.goToCase(code);
      await faster.start('accept');
      await lead.sees(state('accepted'));
      await lead.sees(state('released'));
      await slower.page
        .getByRole('button', { name: slower.text('actions', 'button.accept') })
        .waitFor({ state: 'hidden' });
    });

    it('when consent is withdrawn everything stops and the notes are gone', async () => {
      const lead = await enter('paul-itaa', language);
      const note = language === 'fr' ? 'Le plan de paiement arrive à échéance.' : 'Het afbetalingsplan loopt af.';
      const code = await lead.openCase('vat', note);
      await lead.dismiss();
      await lead.sees(note);
      await lead.start('refer');
      await lead.ask(['BeMediation']);
      const mediator = await enter('brigitte-bemediation', language);
      await mediator.goToCase(code);
      await mediator.start('accept');
      await mediator.start('withdraw-consent');
      await mediator.answer(
        [mediator.text('actions', 'withdraw.confirm')],
        mediator.text('actions', 'withdraw.submit'),
      );
      await lead.sees(lead.text('case-page', 'privacy.erased'));
      await lead.page.getByText(note).waitFor({ state: 'hidden' });
      await until(
        async () => (await lead.page.getByRole('button', { name: lead.text('actions', 'button.refer') }).count()) === 0,
        'nothing can be asked any more',
      );
    });

    it('a name typed into a note is refused with the reason, and nothing is sent', async () => {
      const lead = await enter('paul-itaa', language);
      await lead.openCase('staff');
      await lead.dismiss();
      await lead.page.getByRole('button', { name: lead.text('case-page', 'timeline.note') }).click();
      const dialog = lead.page.getByRole('dialog');
      await dialog
        .getByRole('textbox')
        .fill(language === 'fr' ? 'Monsieur Dupont ne dort plus.' : 'Mevrouw Peeters slaapt niet meer.');
      await lead.sees(lead.text('common', 'guard.kind.person-name'));
      expect(
        await dialog.getByRole('button', { name: lead.text('actions', 'note.submit'), exact: true }).isDisabled(),
      ).toBe(true);
      await dialog
        .getByRole('textbox')
        .fill(language === 'fr' ? 'Le gérant ne dort plus.' : 'De ondernemer slaapt niet meer.');
      await dialog.getByRole('button', { name: lead.text('actions', 'note.submit'), exact: true }).click();
      await dialog.waitFor({ state: 'hidden' });
    });

    it('is used with the thumb: at phone width a request is found, accepted and nothing runs off the screen', async () => {
      const lead = await signedInByHand(await browser.person(language), 'paul-itaa', language);
      const code = await lead.openCase('health');
      await lead.ask(['BeMediation']);
      const mediator = await signedInByHand(await browser.person(language, 'phone'), 'brigitte-bemediation', language);
      await mediator.goTo('/inbox');
      await mediator.page.getByText(code).first().click();
      await mediator.start('accept');
      await lead.sees(state('accepted'));
      const overflow = await overflowOf(mediator.page);
      expect(overflow).toBeLessThanOrEqual(0);
    });
  });
}
