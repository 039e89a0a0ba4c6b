import type { CDPSession, Page } from '@playwright/test';

/** The browser's device chooser, which no selector reaches: answered over the DevTools protocol. */
export interface Chooser {
  /** Answers the next chooser with the device of this name, as soon as it is listed. Resolves once it has. */
  readonly choose: (name: string) => Promise<void>;
  /** Closes the next chooser without a choice. */
  readonly cancel: () => Promise<void>;
}

interface Prompt {
  readonly id: string;
  readonly devices: readonly { readonly id: string; readonly name: string }[];
}

export async function chooserOf(page: Page): Promise<Chooser> {
  const session = await page.context().newCDPSession(page);
  await session.send('DeviceAccess.enable');
  return {
    choose: (name) =>
      answered(session, ({ id, devices }) => {
        const device = devices.find((found) => found.name === name);
        return device && session.send('DeviceAccess.selectPrompt', { id, deviceId: device.id });
      }),
    cancel: () => answered(session, ({ id }) => session.send('DeviceAccess.cancelPrompt', { id })),
  };
}

/** A prompt is announced again with each device found; it may be answered once. */
function answered(
  session: CDPSession,
  answer: (prompt: Prompt) => Promise<unknown> | undefined,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const onPrompt = (prompt: Prompt): void => {
      const answering = answer(prompt);
      if (!answering) return;
      session.off('DeviceAccess.deviceRequestPrompted', onPrompt);
      answering.then(() => {
        resolve();
      }, reject);
    };
    session.on('DeviceAccess.deviceRequestPrompted', onPrompt);
  });
}
