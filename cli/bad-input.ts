/** Something the person can mend: printed as one line, exit code 2. */
export class BadInput extends Error {
  override readonly name = 'BadInput';
}
