import { createContext, type ReactNode } from 'react';
import { ApiProblem } from '../client/problem.js';

const asking = ['proof-needed', 'sign-in-needed'] as const;

/** What was refused until its person shows once more who they are: with a passkey, or by a passkey or signing in. */
export type ProofProblem = ApiProblem & { readonly code: (typeof asking)[number] };

/** True for what was refused for want of a proof of just now. */
export function asksForProof(error: Error): error is ProofProblem {
  return error instanceof ApiProblem && asking.some((code) => code === error.code);
}

/** What a way to the proof is given: what was refused, and the words that say so. */
export type WayToProofProps = { readonly error: ProofProblem; readonly children: ReactNode };

/** Draws the way to the proof beside what was refused, without leaving the page; the frame around the pages gives it. */
export const WayToProof = createContext<((props: WayToProofProps) => ReactNode) | null>(null);
