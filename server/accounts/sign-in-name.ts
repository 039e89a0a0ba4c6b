/** One name however it is typed: normal form, small letters, no space around it. */
export const foldSignInName = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase();
