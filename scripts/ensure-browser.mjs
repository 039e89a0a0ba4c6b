// Before the tests: a Chromium, a D-Bus daemon (the virtual strap) and ALSA's library (sound in Node). Installs what is
// missing where it may (root on Debian or Ubuntu); elsewhere says what to install.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium, findProgram } from './find-chromium.mjs';

const run = (program, args) =>
  execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

const hasAlsa = () => {
  try {
    return run('/sbin/ldconfig', ['-p']).includes('libasound.so.2');
  } catch {
    return ['/usr/lib', '/usr/lib64', '/lib'].some((folder) => existsSync(`${folder}/libasound.so.2`));
  }
};

/** The Debian package of ALSA's library: renamed with the 64-bit time transition. */
const alsaPackage = () => {
  try {
    return run('apt-cache', ['show', 'libasound2t64']).trim() ? 'libasound2t64' : 'libasound2';
  } catch {
    return 'libasound2';
  }
};

const missing = () => [
  ...(findChromium() ? [] : ['chromium']),
  ...(findProgram('dbus-daemon') ? [] : ['dbus']),
  ...(hasAlsa() ? [] : ['libasound2']),
];

const install = (packages) => {
  console.log(`ensure-browser: installing ${packages.join(', ')} with apt-get`);
  const apt = (args) =>
    execFileSync('apt-get', ['-qq', ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  apt(['update']);
  apt([
    'install',
    '-y',
    '--no-install-recommends',
    ...packages.map((p) => (p === 'libasound2' ? alsaPackage() : p)),
  ]);
};

const fail = (message) => {
  console.error(`ensure-browser: ${message}`);
  process.exit(1);
};

if (process.platform !== 'linux')
  fail(
    'the end-to-end tests need Linux (the virtual strap is a D-Bus service); here, run "npm run test:unit".',
  );

if (process.env.ATTUNE_CHROMIUM && !findChromium())
  fail(`ATTUNE_CHROMIUM is not a program: ${process.env.ATTUNE_CHROMIUM}`);

if (missing().length > 0 && process.getuid() === 0 && findProgram('apt-get')) {
  try {
    install(missing());
  } catch (error) {
    fail(
      `apt-get failed: ${String(error.stderr ?? error.message)
        .trim()
        .split('\n')
        .at(-1)}`,
    );
  }
}
const still = missing();
if (still.length > 0)
  fail(
    `please install ${still.join(', ')} ` +
      `(Debian: sudo apt-get install ${still.join(' ')}; or name a browser in ATTUNE_CHROMIUM)`,
  );

try {
  run(findChromium(), ['--version']);
} catch (error) {
  fail(
    `${findChromium()} does not start: ${
      String(error.stderr ?? error.message)
        .trim()
        .split('\n')[0]
    }`,
  );
}
