import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

const source = path.join(import.meta.dirname, '..');
const texts = new Map(
  readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.spec.ts'))
    .map((file) => [file, readFileSync(path.join(source, file), 'utf8')]),
);

/** What a person writes into. */
const writes = /<(?:NoteField|textarea|FormDialog|CommandDialog|Textarea|TextInput)\b/;
const keeps = /\buse(?:Draft|NewCase)[<(]/;

/** Those that keep nothing themselves, and why. */
const without: Readonly<Record<string, string>> = {
  'shared/note-field.tsx': 'a field: the form keeps what is in it',
  'features/case/actions/command-dialog.tsx': 'a frame',
  'features/case/refer/refer-form.tsx': 'the dialog around it keeps the plan',
  'features/analysis/contracts/type-list.tsx': 'a search',
  'features/analysis/workbench/sql-field.tsx': 'a field: the desk keeps what is in it',
  'features/case/parts/consent-fields.tsx': 'fields: the form keeps what is in them',
  'features/analysis/workbench/parameter-fields.tsx': 'fields: the desk keeps what is in them',
  'features/analysis/workbench/delete-dialog.tsx': 'asks once more, nothing is written',
  'features/people/sign-in/mail-code.tsx': 'an address and a code, of somebody whom nobody knows yet',
  'features/outside/remove-dialog.tsx': 'asks once more, nothing is written',
  'features/people/members/passkeys-dialog.tsx': 'asks once more, nothing is written',
  'features/people/account/erase-dialog.tsx': 'asks once more, nothing is written',
  'features/people/admin/erase-person-dialog.tsx': 'asks once more, nothing is written',
  'features/people/admin/exports-dialog.tsx': 'asks once more, nothing is written',
  'features/people/mail-field.tsx': 'a field: the form keeps what is in it',
  'features/people/person-fields.tsx': 'fields: the form keeps what is in them',
};

describe('a form that a person fills in', () => {
  it('keeps what is written until it is sent, or says why not', () => {
    const lossy = [...texts].filter(([, text]) => writes.test(text) && !keeps.test(text)).map(([file]) => file);
    expect(lossy.sort()).toEqual(Object.keys(without).sort());
  });

  it('says in a dialog that it shows what was written before', () => {
    const silent = [...texts]
      .filter(([file, text]) => file.endsWith('.tsx') && keeps.test(text))
      .filter(([, text]) => !/draft=\{|<DraftNote/.test(text))
      .map(([file]) => file);
    expect(silent).toEqual([]);
  });

  it('of a command is sent by the outbox, which holds it without a connection', () => {
    const direct = [...texts].filter(([, text]) => /api\.post<CommandAnswer>/.test(text)).map(([file]) => file);
    expect(direct).toEqual([]);
  });
});

describe('a part that is fetched later', () => {
  it('never takes a page away, nor reloads one by itself, when it cannot be fetched', () => {
    const unsafe = [...texts].filter(([, text]) => /\blazy\(|lazyRouteComponent/.test(text)).map(([file]) => file);
    expect(unsafe).toEqual([]);
  });
});
