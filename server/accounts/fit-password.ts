/** Words that belong to this service: tried first by whoever knows where they are. */
const CONTEXT = ['attune', 'attunemusic', 'biomarker', 'heartbeat'];

let common: Promise<ReadonlySet<string>> | undefined;

/** The 49,000 passwords that are used and tried most; loaded when it is first asked for. */
const commonPasswords = (): Promise<ReadonlySet<string>> =>
  (common ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set<string>(dictionary['passwords-common']),
  ));

/**
 * Whether a password may be set. Length is all that is asked of its form (NIST SP 800-63B-4, 3.1.1.2): no rule on kinds
 * of characters. It is refused where it is among those tried first, or is little more than a name known here.
 *
 * @param names  sign-in name and shown name
 */
export const isFitPassword = async (password: string, names: readonly string[]): Promise<boolean> => {
  const folded = password.normalize('NFC').toLowerCase();
  const known = await commonPasswords();
  const core = folded.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  // "Password123!" and "12345678" are guesses as good as "password".
  if (known.has(folded) || (core.length >= 4 && folded.length - core.length <= 4 && known.has(core)))
    return false;
  if (new Set(folded).size < 4) return false;
  const near = [...CONTEXT, ...names.flatMap((name) => name.toLowerCase().split(/[\s@.]+/))];
  return !near.some((word) => word.length >= 4 && folded.includes(word) && folded.length - word.length < 6);
};
