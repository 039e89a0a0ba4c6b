declare module '../session/signal.ts' {
  interface SessionStarted {
    /** The plan that this session belongs to; absent: none. */
    readonly study?: StudyNaming;
  }
}

/** A session's place in a study that was planned beforehand. */
export interface StudyNaming {
  readonly study: string;
  /** `hashOf` the plan as it was written down before the study began. */
  readonly planHash: string;
  readonly participant: number;
  readonly session: number;
  readonly period: number;
  readonly arm: string;
  readonly washout: boolean;
}
