import { afterAll, beforeAll, describe } from '@jest/globals';
import { makeChromium } from '../support/chromium.js';
import { identityProvider } from '../support/identity-provider.js';
import { mended, startSystem, type System } from '../support/system.js';
import { accounts } from './api/accounts.suite.js';
import { admin } from './api/admin.suite.js';
import { analysis } from './api/analysis.suite.js';
import { audit } from './api/audit.suite.js';
import { commands } from './api/commands.suite.js';
import { contracts, publicUrl } from './api/contracts.suite.js';
import { edge } from './api/edge.suite.js';
import { erasing } from './api/erasing.suite.js';
import { events } from './api/events.suite.js';
import { fuzz } from './api/fuzz.suite.js';
import { headers } from './api/headers.suite.js';
import { imports } from './api/imports.suite.js';
import { invitations } from './api/invitations.suite.js';
import { joining } from './api/joining.suite.js';
import { keys } from './api/keys.suite.js';
import { knownJoiners } from './api/known-joiners.suite.js';
import { measures } from './api/measures.suite.js';
import { absenceChanges } from './api/absence-changes.suite.js';
import { absences } from './api/absences.suite.js';
import { members } from './api/members.suite.js';
import { metrics } from './api/metrics.suite.js';
import { operations } from './api/operations.suite.js';
import { outside } from './api/outside.suite.js';
import { ownData } from './api/own-data.suite.js';
import { ownMail } from './api/own-mail.suite.js';
import { packs } from './api/packs.suite.js';
import { unused } from './api/unused.suite.js';
import { people } from './api/people.suite.js';
import { passkeys } from './api/passkeys.suite.js';
import { type Houses, providers } from './api/providers.suite.js';
import { published } from './api/published.suite.js';
import { requests } from './api/requests.suite.js';
import { rights } from './api/rights.suite.js';
import { saved } from './api/saved.suite.js';
import { sessions } from './api/sessions.suite.js';
import { signInCodes } from './api/sign-in-codes.suite.js';
import { signInLimits } from './api/sign-in-limits.suite.js';
import { stream } from './api/stream.suite.js';
import { subjectClock } from './api/subject-clock.suite.js';
import { tail } from './api/tail.suite.js';
import { texts } from './api/texts.suite.js';
import { timeline } from './api/timeline.suite.js';
import { turns } from './api/turns.suite.js';
import { workerRestart } from './api/worker-restart.suite.js';

const schemathesis = process.env['SCHEMATHESIS'];

let system: System;
let houses: Houses;
let chromium: { readonly program: string; remove(): void };

beforeAll(async () => {
  chromium = await makeChromium();
  const callback = new URL('/api/v1/sign-in/callback', publicUrl).href;
  houses = {
    house: await identityProvider({ id: 'house', name: 'Maison', callback }),
    other: await identityProvider({
      id: 'other',
      name: 'Huis',
      callback,
      more: { scopes: ['openid', 'profile', 'email'] },
    }),
    federal: await identityProvider({ id: 'federal', name: 'CSAM', callback, more: { acrValues: ['high'] } }),
  };
  await Promise.all([houses.house.start(), houses.other.start()]);
  system = await startSystem({
    PUBLIC_URL: publicUrl,
    CHROMIUM_PATH: chromium.program,
    SIGN_IN: 'development,oidc,mail',
    OIDC_PROVIDERS: JSON.stringify(Object.values(houses).map(({ settings }) => settings)),
  });
});

afterAll(async () => {
  await system?.stop();
  await Promise.all(Object.values(houses ?? {}).map((one) => one.stop()));
  chromium?.remove();
});

// One after the other at one system; each can be played by itself: `npm test -- test/integration/api.test -t rights`.
describe.each(
  Object.entries({
    metrics,
    subjectClock,
    measures,
    published,
    packs,
    imports,
    commands,
    keys,
    timeline,
    stream,
    tail,
    events,
    contracts,
    analysis,
    saved,
    texts,
    turns,
    outside,
    requests,
    headers,
    rights,
    sessions,
    audit,
    admin,
    passkeys,
    ownData,
    ownMail,
    erasing,
    people,
    signInCodes,
    signInLimits,
    invitations,
    knownJoiners,
    members,
    unused,
    absenceChanges,
    absences,
    providers: providers(() => houses),
    accounts: accounts(() => houses),
    joining: joining(() => houses),
    workerRestart,
    operations,
    edge,
    // A Python program, where there is one: `npm run fuzz`.
    ...(schemathesis === undefined ? {} : { fuzz: fuzz(schemathesis) }),
  }),
)('%s', (_, suite) => {
  beforeAll(() => mended(system));
  suite(() => system);
});
