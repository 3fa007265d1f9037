/** The code in the text of a letter. */
export function codeIn(text: string): string {
  const [code] = /^[0-9A-Z]{4}-[0-9A-Z]{4}$/m.exec(text) ?? [];
  if (code === undefined) {
    throw new Error(`there is no code in ${text}`);
  }
  return code;
}

/** The secret behind the link in the text of a letter. */
export function secretIn(text: string): string {
  const [, secret] = /\/sign-in\/link#(\S+)/.exec(text) ?? [];
  if (secret === undefined) {
    throw new Error(`there is no link in ${text}`);
  }
  return secret;
}
