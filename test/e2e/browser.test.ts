import { afterAll, beforeAll, describe } from '@jest/globals';
import { endChromium } from '../support/browser.js';
import { type IdentityProvider, identityProvider } from '../support/identity-provider.js';
import { freePort } from '../support/processes.js';
import { mended, startSystem, type System } from '../support/system.js';
import { accessibility } from './suites/accessibility.suite.js';
import { account } from './suites/account.suite.js';
import { asking } from './suites/asking.suite.js';
import { dialogs } from './suites/dialogs.suite.js';
import { drafts } from './suites/drafts.suite.js';
import { events } from './suites/events.suite.js';
import { focus } from './suites/focus.suite.js';
import { house } from './suites/house.suite.js';
import { inbox } from './suites/inbox.suite.js';
import { journey } from './suites/journey.suite.js';
import { admin } from './suites/admin.suite.js';
import { members } from './suites/members.suite.js';
import { memberships } from './suites/memberships.suite.js';
import { offline } from './suites/offline.suite.js';
import { operations } from './suites/operations.suite.js';
import { outside } from './suites/outside.suite.js';
import { ownFigures } from './suites/own-figures.suite.js';
import { presence } from './suites/presence.suite.js';
import { paper } from './suites/paper.suite.js';
import { signInByMail } from './suites/sign-in.suite.js';
import { providers } from './suites/providers.suite.js';
import { timeline } from './suites/timeline.suite.js';
import { trends } from './suites/trends.suite.js';
import { web } from './suites/web.suite.js';
import { workbench } from './suites/workbench.suite.js';

let system: System;
let provider: IdentityProvider;

beforeAll(async () => {
  // A provider has to know beforehand where it sends browsers back to.
  const port = await freePort();
  const address = `http://localhost:${port}`;
  provider = await identityProvider({
    id: 'maison',
    name: 'Maison',
    callback: `${address}/api/v1/sign-in/callback`,
    more: { scopes: ['openid', 'profile'] },
  });
  await provider.start();
  system = await startSystem({
    PORT: String(port),
    PUBLIC_URL: address,
    SIGN_IN: 'development,oidc,mail',
    OIDC_PROVIDERS: JSON.stringify([provider.settings]),
  });
});

afterAll(async () => {
  await endChromium();
  await system?.stop();
  await provider?.stop();
});

// One after the other at one system; each can be played by itself: `npm test -- test/e2e/browser.test -t journey`.
describe.each(
  Object.entries({
    accessibility,
    paper,
    dialogs,
    focus,
    events,
    ownFigures,
    trends,
    outside,
    workbench,
    journey,
    inbox,
    asking,
    timeline,
    presence,
    memberships,
    account,
    signIn: signInByMail,
    members,
    admin,
    providers: providers(() => provider),
    house: house(() => provider),
    offline,
    drafts,
    web,
    operations,
  }),
)('%s', (_, suite) => {
  beforeAll(() => mended(system));
  suite(() => system);
});
