import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** In a process of its own, whose files are not the bench's: connects, and sends nothing or a byte a second. */
const OPENER = `
const { connect } = require('node:net');
const [port, idle, slow] = process.argv.slice(1).map(Number);
let open = 0;
let failed = 0;
const head = 'POST /api/v1/sessions HTTP/1.1\\r\\nhost: localhost\\r\\nx-long: ' + 'a'.repeat(1e6);
const one = (isSlow) => new Promise((done) => {
  const socket = connect(port, '127.0.0.1', () => { open++; done(); });
  socket.on('error', () => { failed++; done(); });
  socket.resume();
  let at = 0;
  if (isSlow) setInterval(() => socket.write(head[at++]), 1000).unref();
});
(async () => {
  const all = Array.from({ length: idle + slow }, (_, i) => i < slow);
  while (all.length > 0) await Promise.all(all.splice(0, 200).map(one));
  console.log(open + ' ' + failed);
  setInterval(() => {}, 1e6);
})();`;

export interface ManySockets {
  readonly open: number;
  readonly failed: number;
  close(): Promise<void>;
}

export const openSockets = async (port: string, idle: number, slow: number): Promise<ManySockets> => {
  const command = 'ulimit -n "$(ulimit -Hn)"; exec "$0" -e "$1" "$2" "$3" "$4"';
  const args = ['-c', command, process.execPath, OPENER, port, String(idle), String(slow)];
  const child = spawn('sh', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  for await (const line of createInterface(child.stdout)) {
    const [open = 0, failed = 0] = line.split(' ').map(Number);
    return {
      ...{ open, failed },
      close: async () => {
        child.kill('SIGKILL');
        await ended;
      },
    };
  }
  throw new Error('the sockets could not be opened');
};
