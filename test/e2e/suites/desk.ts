import type { Page } from 'playwright-core';
import type { CaseRequestInput, Inbox } from '#contracts/case';
import { type Client, signIn } from '../../support/http.js';
import { until } from '../../support/wait.js';
import type { TestBrowser } from '../../support/browser.js';
import { type Person, signedIn } from './person.js';

/** A request of Paul to services, of which Brigitte's is one: its case, its code and the first referral. */
export type Asked = { readonly caseId: string; readonly code: string; readonly referralId: string };

type Refer = Extract<CaseRequestInput, { type: 'refer' }>;

/** Two people of the stories about requests: who asks, and the mediator who is asked. */
export class Desk {
  private constructor(
    readonly paul: Client,
    readonly brigitte: Client,
  ) {}

  static async at(apiUrl: string): Promise<Desk> {
    return new Desk(await signIn(apiUrl, 'paul-itaa'), await signIn(apiUrl, 'brigitte-bemediation'));
  }

  /** Nothing of before waits for the mediator, so that what is asked in a story is all there is. */
  async clear(): Promise<void> {
    const waiting = async () => (await this.brigitte.get<Inbox>('/inbox?bucket=to-answer&limit=200')).body.lines;
    for (const { caseId, referralId } of await waiting()) {
      if (referralId !== null) {
        await this.brigitte.command(caseId, { type: 'decline', referralId, reason: 'full', choice: 'capacity' });
      }
    }
    await until(async () => (await waiting()).length === 0, 'nothing waits for the mediator');
  }

  async ask(serviceIds: string[] = ['bemediation-mediation'], more: Partial<Refer> = {}): Promise<Asked> {
    const { caseId } = (await this.paul.openCase()).body;
    const { case: view } = (await this.paul.command(caseId, { type: 'refer', serviceIds, ...more })).body;
    const referralId = view.referrals[0]?.referralId ?? '';
    const isSeen = async () => (await this.brigitte.get(`/cases/${caseId}`)).status === 200;
    await until(isSeen, 'the mediator sees the request');
    return { caseId, code: view.code, referralId };
  }

  /** The mediator at the inbox, with as many requests as were asked. */
  async atInbox(browser: TestBrowser, count: number, width: 'desk' | 'phone' = 'desk'): Promise<Person> {
    const person = await signedIn(await browser.person('fr', width), 'brigitte-bemediation', 'fr');
    await person.goTo('/inbox');
    await until(async () => (await person.page.locator('tbody tr').count()) === count, 'all requests are listed');
    return person;
  }
}

/** The panel of the inbox that tells a request. */
export const panelOf = (page: Page, { code }: Asked) => page.getByRole('region', { name: code });

/** Its button that accepts. */
export const acceptIn = ({ page, text }: Person, asked: Asked) =>
  panelOf(page, asked)
    .getByRole('button', { name: text('actions', 'button.accept') })
    .first();
