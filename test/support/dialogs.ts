/** Where a dialog is opened, how, and what it does when it is sent with nothing in it. */
export type DialogPlace = {
  /** The component, as `<file in apps/web/src> <name>`. */
  readonly of: string;
  readonly personId: string;
  /** `case` stands for the page of a case in which everything is possible. */
  readonly room: string;
  /** Texts of the buttons that lead to it one after the other, as `catalogue key`; `line` stands for the first of a list. */
  readonly by: readonly string[];
  /** What the focus comes back to when it was not the last button: that of the popup it was in. */
  readonly back?: string;
  /** What is written into a field of the room before: its label as `catalogue key`, and the text. */
  readonly written?: readonly [label: string, text: string];
  /** A dialog with something to fill in says what is missing; one without may be sent as it is. */
  readonly empty?: 'told';
};

const actions = 'features/case/actions';

function ofCase(component: string, file: string, button: string, empty?: 'told'): DialogPlace {
  const of = `features/case/${file} ${component}`;
  return { of, personId: 'brigitte-bemediation', room: 'case', by: [button], ...(empty !== undefined && { empty }) };
}

const told = 'told' as const;

/** Every dialog of the web app; `dialogs.spec.ts` finds one that is not here. */
export const dialogPlaces: readonly DialogPlace[] = [
  ofCase('ReferDialog', 'refer/refer-dialog.tsx', 'actions button.refer', told),
  ofCase('ReferDialog', 'refer/refer-dialog.tsx', 'actions button.hand-on', told),
  ...(
    [
      ['DeclineDialog', 'referral-dialogs.tsx', 'actions button.decline'],
      ['ProgressDialog', 'referral-dialogs.tsx', 'actions button.record-progress'],
      ['HoldDialog', 'referral-dialogs.tsx', 'actions button.hold'],
      ['CloseReferralDialog', 'choice-dialogs.tsx', 'actions button.close-referral'],
      ['RecallDialog', 'choice-dialogs.tsx', 'actions button.recall'],
      ['AnswerRecallDialog', 'choice-dialogs.tsx', 'actions button.answer-recall'],
      ['AnswerLeadDialog', 'choice-dialogs.tsx', 'actions button.answer-lead'],
      ['ResolveDispatchDialog', 'choice-dialogs.tsx', 'actions button.resolve-dispatch'],
      ['CloseCaseDialog', 'choice-dialogs.tsx', 'actions button.close-case'],
      ['FollowUpDialog', 'choice-dialogs.tsx', 'actions button.record-follow-up'],
      ['AmendFactsDialog', 'case-dialogs.tsx', 'case-page facts.amend'],
      ['WithdrawConsentDialog', 'case-dialogs.tsx', 'actions button.withdraw-consent'],
      ['ReopenDialog', 'case-dialogs.tsx', 'actions button.reopen-case'],
      ['AddNoteDialog', 'case-dialogs.tsx', 'case-page timeline.note'],
    ] as const
  ).map(([component, file, button]) => ofCase(component, `actions/${file}`, button, told)),
  // A consent given today for the same professions may be sent at once.
  ofCase('RenewConsentDialog', 'actions/case-dialogs.tsx', 'actions button.renew-consent'),
  {
    of: 'features/case/dispatch/decisions.tsx DecisionDialog',
    personId: 'sofie-hub',
    room: '/dispatch',
    by: ['line', 'dispatch action.back-to-lead'],
  },
  {
    of: 'features/people/account/correct-dialog.tsx CorrectDialog',
    personId: 'amelie-beci',
    room: '/account',
    by: ['account data.correct'],
  },
  {
    of: 'features/people/account/mail-dialog.tsx MailDialog',
    personId: 'amelie-beci',
    room: '/account',
    by: ['account mail.open'],
    empty: told,
  },
  {
    of: 'features/people/account/erase-dialog.tsx EraseDialog',
    personId: 'amelie-beci',
    room: '/account',
    by: ['account erase.open'],
  },
  {
    of: 'features/monitoring/packs/make-pack.tsx MakePack',
    personId: 'sofie-hub',
    room: '/trends/packs',
    by: ['packs open'],
  },
  {
    of: 'shared/withdrawal.tsx WithdrawDialog',
    personId: 'sofie-hub',
    room: '/trends/packs',
    by: ['common withdrawal.action'],
    empty: told,
  },
  {
    of: 'features/outside/import-dialog.tsx ImportDialog',
    personId: 'sofie-hub',
    room: '/trends/outside',
    by: ['outside import.open'],
    empty: told,
  },
  {
    of: 'features/outside/remove-dialog.tsx RemoveDialog',
    personId: 'sofie-hub',
    room: '/trends/outside',
    by: ['outside remove.open'],
  },
  {
    of: 'features/analysis/events/view-dialogs.tsx NameDialog',
    personId: 'anna-hub',
    room: '/analysis/events',
    by: ['events views.title', 'events views.saveAs'],
    back: 'events views.title',
    empty: told,
  },
  {
    of: 'features/analysis/events/view-dialogs.tsx RemoveDialog',
    personId: 'anna-hub',
    room: '/analysis/events',
    by: ['events views.title', 'events views.remove'],
    back: 'events views.title',
  },
  {
    of: 'features/analysis/events/export-dialog.tsx ExportDialog',
    personId: 'anna-hub',
    room: '/analysis/events',
    by: ['events export.open'],
  },
  {
    of: 'features/analysis/workbench/save-dialog.tsx SaveDialog',
    personId: 'anna-hub',
    room: '/analysis/workbench?sql=SELECT%201',
    by: ['workbench save.open'],
    empty: told,
  },
  {
    of: 'features/analysis/workbench/delete-dialog.tsx DeleteDialog',
    personId: 'anna-hub',
    room: 'query',
    by: ['workbench delete.open'],
  },
  {
    of: 'features/people/absence/absence-dialog.tsx AbsenceDialog',
    personId: 'amelie-beci',
    room: '/account',
    by: ['absence open'],
    empty: told,
  },
  {
    of: 'features/people/members/invite-dialog.tsx InviteDialog',
    personId: 'admin-beci',
    room: '/members',
    by: ['members invite.open'],
    empty: told,
  },
  {
    of: 'features/people/members/change-dialog.tsx ChangeDialog',
    personId: 'admin-beci',
    room: '/members',
    by: ['members change.named'],
  },
  {
    of: 'features/people/members/end-dialog.tsx EndDialog',
    personId: 'admin-beci',
    room: '/members',
    by: ['members end.named'],
  },
  ...(
    [
      ['CorrectPersonDialog', 'correct-person-dialog.tsx', 'admin people.correctNamed'],
      ['ErasePersonDialog', 'erase-person-dialog.tsx', 'admin people.eraseNamed'],
    ] as const
  ).map(([component, file, button]) => ({
    of: `features/people/admin/${file} ${component}`,
    personId: 'admin-hub',
    room: '/admin',
    written: ['admin people.search', 'claire'] as const,
    by: [button],
  })),
  {
    of: 'features/people/admin/exports-dialog.tsx ExportsDialog',
    personId: 'admin-hub',
    room: '/admin',
    by: ['admin exports.open'],
  },
  {
    of: 'features/people/members/passkeys-dialog.tsx PasskeysDialog',
    personId: 'admin-hub',
    room: '/members',
    by: ['members passkeys.named'],
  },
  {
    of: 'app/keys-dialog.tsx KeysDialog',
    personId: 'brigitte-bemediation',
    room: '/inbox',
    by: ['common person.menu', 'common keys.open'],
    back: 'common person.menu',
  },
];

/** Dialogs that are only parts of those above, and a page that is drawn as one. */
export const dialogParts: readonly string[] = [
  `${actions}/command-dialog.tsx CommandDialog`,
  `${actions}/choice-dialog.tsx ChoiceDialog`,
  'shared/form-dialog.tsx FormDialog',
  'shared/dialog.tsx Dialog',
  'features/monitoring/trends/projection-page.tsx ProjectionPage',
];
