import type { CaseView } from '#contracts/case';
import type { Locator, Page } from 'playwright-core';
import { signIn } from '../../support/http.js';
import { until } from '../../support/wait.js';

/** Opens a case as Paul and asks Brigitte's service for help; answers the case once she can read it. */
export async function askedCase(apiUrl: string): Promise<string> {
  const [paul, brigitte] = [await signIn(apiUrl, 'paul-itaa'), await signIn(apiUrl, 'brigitte-bemediation')];
  const { caseId } = (await paul.openCase()).body;
  await paul.command(caseId, { type: 'refer', serviceIds: ['bemediation-mediation'] });
  await until(async () => (await brigitte.get(`/cases/${caseId}`)).status === 200, 'the case can be read');
  return caseId;
}

/** Such a case that Brigitte's service has declined for want of room: it waits for the coordinators; answers the case. */
export async function declinedCase(apiUrl: string): Promise<string> {
  const caseId = await askedCase(apiUrl);
  const brigitte = await signIn(apiUrl, 'brigitte-bemediation');
  const { referrals } = (await brigitte.get<CaseView>(`/cases/${caseId}`)).body;
  const referralId = referrals[0]?.referralId ?? '';
  await brigitte.command(caseId, { type: 'decline', referralId, reason: 'full', choice: 'capacity' });
  return caseId;
}

/** Waits until an expression says in the page what is wanted; a failure tells what it said instead. */
export async function says(page: Page, expression: string, wanted: string): Promise<void> {
  await until(async () => {
    const said = await page.evaluate<string>(expression);
    if (said !== wanted) {
      throw new Error(`it is ${said}`);
    }
    return true;
  }, `${wanted} is said of the page`);
}

/** Where a person is in the page: a heading does nothing when Enter is pressed once more. */
export const standing = `(() => {
  const one = document.activeElement;
  return one === document.body ? 'nowhere' : one.matches('h1, h2, h3') ? 'at a heading' : one.tagName.toLowerCase();
})()`;

/** Whether it has the focus. */
export async function hasFocus(one: Locator): Promise<boolean> {
  return (await one.and(one.page().locator(':focus')).count()) > 0;
}
