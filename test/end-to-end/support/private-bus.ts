import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A D-Bus daemon of its own in a temporary folder, so that a test never meets the machine's own Bluetooth. */
export interface PrivateBus {
  /** For DBUS_SYSTEM_BUS_ADDRESS. */
  readonly address: string;
  readonly stop: () => Promise<void>;
}

const configuration = (socket: string): string => `<!DOCTYPE busconfig PUBLIC
  "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <listen>unix:path=${socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow user="*"/>
    <allow own="*"/>
    <allow send_destination="*"/>
    <allow receive_sender="*"/>
  </policy>
</busconfig>`;

/** Resolves once the daemon listens. The daemon also ends with this process, however that ends. */
export async function startPrivateBus(): Promise<PrivateBus> {
  const folder = await mkdtemp(join(tmpdir(), 'attune-bus-'));
  const file = join(folder, 'bus.conf');
  await writeFile(file, configuration(join(folder, 'socket')));
  const daemon = spawn('dbus-daemon', [`--config-file=${file}`, '--nofork', '--print-address'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const kill = () => daemon.kill();
  process.once('exit', kill);
  const [address] = (await once(createInterface(daemon.stdout), 'line')) as [string];
  return {
    address,
    stop: async () => {
      process.off('exit', kill);
      const exited = once(daemon, 'exit');
      kill();
      await exited;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
