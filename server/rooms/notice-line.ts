/** Short texts from each replica of the service to all others. What is said while it is cut is lost. */
export interface NoticeLine {
  send(notice: string): void;
  close(): Promise<void>;
}

/** @param hear  told what others say; what one says itself may come back */
export type OpenNoticeLine = (hear: (notice: string) => void) => NoticeLine;

/** Of a service that is one process. */
export const noOthers: OpenNoticeLine = () => ({ send: () => undefined, close: () => Promise.resolve() });
