import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { auditActions, roles } from '#contracts/people/codes';
import { caseCodeOf } from '#domain/case';
import { errorsOf, openBrowser, type TestBrowser } from '../../support/browser.js';
import { giveDevice } from '../../support/device.js';
import { signIn } from '../../support/http.js';
import type { IdentityProvider } from '../../support/identity-provider.js';
import { membershipOf } from '../../support/member-routes.js';
import { codeIn } from '../../support/letters.js';
import type { System } from '../../support/system.js';
import { barriersOf, cutOffIn } from './barriers.js';
import { personAt, signedIn, type Person } from './person.js';
import { nameOf, type Told } from './texts.js';

type House = {
  readonly language: Told;
  readonly width: 'desk' | 'phone';
  readonly name: string;
  /** What the newcomers do there: one a service each. */
  readonly services: readonly [string, string];
  /** The one that is asked for help, the other one, and who was the only one there before. */
  readonly asked: string;
  readonly other: string;
  readonly before: string;
  readonly people: readonly [string, string];
};

const houses: readonly House[] = [
  {
    language: 'fr',
    width: 'desk',
    name: 'Oasis',
    services: ['Consultations', 'Médiation familiale'],
    asked: 'oasis-psychology',
    other: 'oasis-family',
    before: 'elif-oasis',
    people: ['Lotte Maes', 'Karim Haddad'],
  },
  {
    language: 'nl',
    width: 'phone',
    name: 'Reload Yourself',
    services: ['Burn-outpreventie', 'Praatgroepen'],
    asked: 'reload-yourself-coaching',
    other: 'reload-yourself-groups',
    before: 'inge-reload',
    people: ['Inès Dubois', 'Wout Peeters'],
  },
];

/** A house joins an installation that runs, as in life: from the first invitation to the member who leaves, and what the trail tells of it. */
export const house = (provider: () => IdentityProvider) =>
  function suite(system: () => System): void {
    let browser: TestBrowser;

    /** Whoever is there already leaves the service that is asked to the newcomers, or gets it back. */
    async function share(has: (one: House) => readonly string[]): Promise<void> {
      const admin = await signIn(system().stack.apiUrl, 'admin-hub');
      for (const one of houses) {
        const membership = await membershipOf(admin, one.before);
        const changed = await admin.put(`/members/${membership}`, { roles: ['actor'], serviceIds: has(one) });
        expect(changed.status).toBe(200);
      }
    }

    beforeAll(async () => {
      browser = await openBrowser(system().stack.apiUrl);
      await share(({ other }) => [other]);
    });

    afterAll(async () => {
      await share(({ asked, other }) => [asked, other]);
      await browser?.close();
    });

    /** Shows the page of mails, and answers the newest one to an address. */
    async function letterTo(page: Page, mail: string) {
      await page.goto('/letters');
      const letter = page.getByRole('article').filter({ hasText: mail }).first();
      await letter.waitFor();
      return letter;
    }

    const isOpenToAll = async ({ page }: Pick<Person, 'page'>) =>
      expect([await barriersOf(page), await cutOffIn(page), errorsOf(page)]).toEqual([[], [], []]);

    const dialogOf = ({ page }: Person) => page.getByRole('dialog');
    const send = async (person: Person, button: string) => {
      await dialogOf(person).getByRole('button', { name: button, exact: true }).click();
      await dialogOf(person).waitFor({ state: 'hidden' });
    };
    const choose = (person: Person, option: string) =>
      dialogOf(person)
        .getByRole('checkbox', { name: new RegExp(`^${option}`, 'i') })
        .check();

    /** Invites somebody by the dialog, with roles and services. */
    async function invite(person: Person, { language }: House, mail: string, chosen: readonly string[], of?: string) {
      const { page, text } = person;
      await person.goTo('/members');
      await page.getByRole('button', { name: text('members', 'invite.open'), exact: true }).click();
      const dialog = dialogOf(person);
      await dialog.getByLabel(text('members', 'invite.mail')).fill(mail);
      if (of !== undefined) {
        await dialog.getByLabel(text('members', 'filter.organisation'), { exact: true }).selectOption({ label: of });
      }
      for (const option of chosen) {
        await choose(person, option);
      }
      await dialog.getByText(language.toUpperCase(), { exact: true }).click();
      await send(person, text('members', 'invite.send'));
    }

    it.each(houses)('$name, in $language at $width width', async (one) => {
      const { language, width, name, services, asked, people } = one;
      const [first, second] = people.map((who) => ({ who, mail: `${randomUUID()}@example.org` })) as [Mailed, Mailed];
      const role = (code: keyof typeof roles) => nameOf(roles, code, language);
      const enter = async (personId: string) => signedIn(await browser.person(language, width), personId, language);
      const arrive = async () => personAt(await browser.person(language, width), language);

      // The platform's administrator invites whoever is to manage the house.
      const platform = await enter('admin-hub');
      await invite(platform, one, first.mail, [role('organisation-administrator'), role('actor'), services[1]], name);

      // They join with the account of their house, and make the passkey that their rights take.
      provider().comes({ subject: `house-${language}` });
      const manager = await arrive();
      await giveDevice(manager.page);
      await (await letterTo(manager.page, first.mail)).getByRole('link').click();
      await manager.page.getByLabel(manager.text('join', 'name')).fill(first.who);
      await isOpenToAll(manager);
      await manager.page.getByRole('button', { name: manager.text('sign-in', 'continueWith') }).click();
      await manager.page.getByRole('button', { name: manager.text('passkeys', 'makeIt') }).click();
      await manager.page.waitForURL((url) => !['/passkey', '/join'].includes(url.pathname));

      // A colleague joins by the mail of the manager, leaves the browser, and comes back by a code.
      await invite(manager, one, second.mail, [role('actor'), services[0]]);
      const colleague = await arrive();
      const { page, text } = colleague;
      await (await letterTo(page, second.mail)).getByRole('link').click();
      await page.getByLabel(text('join', 'name')).fill(second.who);
      await page.getByRole('button', { name: text('join', 'join'), exact: true }).click();
      await page.waitForURL((url) => url.pathname === '/inbox');
      await page.getByRole('button', { name: text('common', 'person.menu') }).click();
      await page.getByRole('button', { name: text('common', 'person.signOut') }).click();
      await page.waitForURL((url) => url.pathname === '/sign-in');
      await page.getByLabel(text('sign-in', 'mail.address')).fill(second.mail);
      await page.keyboard.press('Enter');
      const code = page.locator('input[autocomplete="one-time-code"]');
      await code.waitFor();
      const box = await page.context().newPage();
      await code.fill(codeIn(await (await letterTo(box, second.mail)).innerText()));
      await box.close();
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.pathname === '/inbox');

      // The manager gives them the other service too; they say when they are away, and who stands in.
      await manager.goTo('/members');
      const line = manager.page.getByRole('listitem').filter({ hasText: second.who });
      await line.getByRole('button', { name: text('members', 'change.named') }).click();
      await choose(manager, services[1]);
      await send(manager, text('members', 'change.send'));
      await colleague.goTo('/account');
      await page.getByRole('button', { name: text('absence', 'open') }).click();
      await dialogOf(colleague).getByLabel(text('absence', 'substitute')).selectOption(first.who);
      await send(colleague, text('absence', 'send'));
      await isOpenToAll(colleague);

      // Another house asks for help: it is accepted in the name of who is away, who goes on with it.
      const sender = await signIn(system().stack.apiUrl, 'amelie-beci');
      const { caseId } = (await sender.openCase()).body;
      await sender.command(caseId, { type: 'refer', serviceIds: [asked] });
      await manager.goTo('/inbox');
      await manager.page.locator('[data-standing-in]').getByText(second.who).waitFor();
      await manager.goTo(`/cases/${caseId}`);
      await manager.start('accept');
      await manager.sees(text('timeline', 'inNameOf').replace('{{who}}', first.who).replace('{{name}}', second.who));
      await isOpenToAll(manager);
      await page.getByRole('button', { name: text('absence', 'endNamed').replace('{{name}}', second.who) }).click();
      await colleague.sees(text('absence', 'ended'));
      await colleague.goTo(`/cases/${caseId}`);
      await colleague.start('record-first-contact');
      await colleague.sees(text('timeline', 'referral.first-contact-made'));

      // The colleague leaves; what nobody else of the service would see goes over to the manager.
      await manager.goTo('/members');
      await line.getByRole('button', { name: text('members', 'end.named') }).click();
      await dialogOf(manager).getByRole('combobox').selectOption({ label: first.who });
      await isOpenToAll(manager);
      await send(manager, text('members', 'end.send'));
      await page.getByRole('heading', { name: text('common', 'session.ended.title') }).waitFor();
      await manager.goTo('/inbox?bucket=in-progress');
      await manager.sees(caseCodeOf(caseId));

      // The trail tells the story: who came in and how, what was done in whose name, who ended it.
      await platform.goTo(`/audit?case=${caseId}`);
      const acted = platform.page
        .locator('tr, li')
        .filter({ hasText: platform.text('trail', 'command.accept') })
        .filter({ hasText: platform.text('trail', 'inNameOf').replace('{{name}}', second.who) });
      await acted.getByText(first.who).waitFor();
      await isOpenToAll(platform);
      await platform.page.getByRole('button', { name: second.who }).first().click();
      const told = [
        'invitation-accepted',
        'signed-in',
        'membership-changed',
        'absence-set',
        'membership-ended',
      ] as const;
      for (const action of told) {
        await platform.sees(nameOf(auditActions, action, language));
      }
      await isOpenToAll(platform);
      await browser.leave();
    });
  };

type Mailed = { readonly who: string; readonly mail: string };
