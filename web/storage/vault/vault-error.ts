/**
 * Why the vault does not do what it is asked. `locked`: the person opens it first; `unavailable`: the browser keeps
 * nothing now; `unreadable`: something is here that this key, or this version of Attune, does not open, and it is
 * neither written over nor left out in silence; `not-understood`: a file is not what it should be.
 */
export class VaultError extends Error {
  readonly code: 'locked' | 'unavailable' | 'unreadable' | 'not-understood';

  constructor(code: VaultError['code'], options?: ErrorOptions) {
    super(`the vault is asked for what it cannot do: ${code}`, options);
    this.name = 'VaultError';
    this.code = code;
  }
}
