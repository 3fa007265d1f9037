/** Letters of any script with their marks, and what stands between them in names. */
const spelled = /^[\p{L}\p{M} \u00a0.,()'’‘ʼ`´·\-‐‑–]+$/u;

/** What a letter is that nobody sees, what no reader can read, and what a program that shows mails makes a link of. */
const hidden = /\p{Default_Ignorable_Code_Point}|\p{M}{4}|\p{L}{2}\.\p{L}{2}/u;

/** True for what somebody may be called: at least one letter, and no digits, addresses, links, line breaks or characters that nobody sees. */
export function isPersonName(text: string): boolean {
  return spelled.test(text) && /\p{L}/u.test(text) && !hidden.test(text);
}
