const web = 'rooms.spec.ts: no route asks for it, a page does';
const workflow = 'the workflow, which decides again on the case as it is (commands.suite.ts, case-stories.spec.ts)';
const managing = 'managing.spec.ts: whoever calls it asks the same before';
const every = 'rights.spec.ts: every role has it, and without a session nobody comes so far (requests.suite.ts)';

/** Checks whose removal no row of the matrix can show, by how their names begin, and what holds them. */
export const heldElsewhere: readonly { readonly cut: string; readonly by: string }[] = [
  { cut: 'libs/domain/people/rights.js: the right "open-case"', by: workflow },
  { cut: 'libs/domain/people/rights.js: the right "read-dispatch"', by: web },
  { cut: 'libs/domain/people/rights.js: the right "read-rights"', by: web },
  {
    cut: 'libs/domain/people/rights.js: the right "confirm-own-capacity"',
    by: 'the decider of a service (service.spec.ts)',
  },
  { cut: 'libs/domain/case/rights.js: maySeeCase(state, viewer) in knowsCase', by: workflow },
  { cut: 'libs/domain/case/rights.js: actsFor(viewer, one.to.serviceId) in knowsCase', by: workflow },
  { cut: 'libs/domain/people/managing.js: manages(viewer, organisationId) in', by: managing },
  {
    cut: 'libs/domain/people/managing.js: manages(other, one.organisationId) in keepingRoles',
    by: 'managing.spec.ts: what keeps a membership as it is',
  },
  {
    cut: 'libs/domain/people/absence.js: mayStandInFor(absent, substitute) in gapOf',
    by: 'absence.spec.ts: has a gap in which nobody stands in',
  },
  {
    cut: 'libs/domain/people/absence.js: mayStandInFor(absent, { person, membership }) in withStandIns',
    by: 'standing-in.spec.ts: whoever stands in',
  },
  {
    cut: 'libs/persistence/people/absence.repository.js: if (absent === void 0)',
    by: 'arranged of absence.service.ts, which asks before whose it would be (absence-changes.suite.ts)',
  },
  ...['openFor', 'switchTo', 'goOnUnder', 'renew'].flatMap((name) =>
    ['found', 'signedIn'].map((what) => ({
      cut: `apps/api/people/session.service.js: if (${what} === void 0) throw new Problem("signed-out"); in ${name}`,
      by: 'session.service.spec.ts: a session that is over before it is answered',
    })),
  ),
  { cut: 'apps/api/kernel/live/live-client.js: isMember(viewer) in mayKnow', by: 'live.spec.ts: of the directory' },
  { cut: 'apps/api/kernel/session/scope.js: isMember(viewer)', by: every },
  { cut: 'apps/api/analysis/contracts/contract.controller.js: Needs("read-contracts")', by: every },
  { cut: 'apps/api/directory/directory.controller.js: Needs("read-directory") of DirectoryController', by: every },
  { cut: 'apps/api/monitoring/packs/pack.controller.js: Needs("read-monitoring")', by: every },
  { cut: 'apps/api/monitoring/shared-figures/shared-figure.controller.js: Needs("read-monitoring")', by: every },
  { cut: 'apps/api/outside/outside.controller.js: Needs("read-outside")', by: every },
  { cut: 'apps/api/case/case.controller.js: Needs("open-case")', by: workflow },
  { cut: 'apps/api/analysis/event-predicate.js: mayDo(viewerOf(holder.signedIn), "analyse")', by: 'tail.spec.ts' },
  {
    cut: 'apps/api/directory/directory.controller.js: Needs(["confirm-own-capacity"',
    by: 'the decider of a service, which answers the same (service.spec.ts)',
  },
  {
    cut: 'apps/api/people/invitation.controller.js: Needs("manage-members") of InvitationController.prototype "invite"',
    by: 'refuseTerms, which asks whose organisation it is and answers the same (invitations.suite.ts)',
  },
  { cut: 'apps/api/kernel/exports.js', by: 'admin.suite.ts and analysis.suite.ts: what is switched, not who may' },
  { cut: 'apps/api/case/case.presenter.js', by: 'openMatrix: one that declined hears no notes' },
  {
    cut: 'apps/api/case/case.service.js: maySeeCase(state, viewer) in findFresh',
    by: 'getVisible, which asks again; here it decides who waits',
  },
  {
    cut: 'libs/domain/directory/service.js: actsFor(by, id) in decide',
    by: 'service.spec.ts: in whose name, not whether',
  },
  {
    cut: 'apps/api/analysis/desk.controller.js: Needs(["analyse", "audit-analysis"])',
    by: 'rights.suite.ts: without it the controller’s own takes the right from administrators',
  },
];
