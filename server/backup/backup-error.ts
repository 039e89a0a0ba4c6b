export type BackupErrorCode =
  /** There is a file or data where it was to be: choose another place. */
  | 'in-the-way'
  /** There is nothing to back up, or no backup to restore. */
  | 'nothing-there'
  /** The backup is damaged, cut short or something else. */
  | 'damaged'
  /** No room on the disk; nothing half is left. */
  | 'full'
  /** Anything else; the cause says more. */
  | 'failed';

/** Why there is no backup, or nothing was restored; the message says what to do about it. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
  readonly code: BackupErrorCode;
  constructor(code: BackupErrorCode, message: string, options?: { cause: unknown }) {
    super(message, options);
    this.code = code;
  }
}

const FULL = new Set(['ENOSPC', 'EDQUOT', 'SQLITE_FULL', 'SQLITE_IOERR_WRITE']);

/** @param where  what was being written, for the message */
export const explainBackup = (error: unknown, where: string): BackupError => {
  if (error instanceof BackupError) return error;
  const { code = '', message = String(error) } = error as Partial<NodeJS.ErrnoException>;
  return FULL.has(code)
    ? new BackupError(
        'full',
        `There is no room left on the disk for ${where}. Make room, or choose another place.`,
        {
          cause: error,
        },
      )
    : new BackupError(
        'failed',
        `${where} could not be written (${message}). Put it right, or choose another place.`,
        {
          cause: error,
        },
      );
};
