/** An outcome that is expected to fail at times: a value, or a coded reason. Never thrown. */
export type Result<T, F extends { readonly code: string }> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: F };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const fault = <F extends { readonly code: string }>(
  it: F,
): { readonly ok: false; readonly fault: F } => ({ ok: false, fault: it });
