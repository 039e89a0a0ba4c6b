import '../app/styles.ts';
import './boot.css';
import { shell } from './shell.ts';

/** All the script that the first paint waits for: it makes the shell answer, and has the app come after the paint. */

let loading = false;
const loadApp = (): void => {
  if (loading) return;
  loading = true;
  import('../main.tsx').catch(() => shell.fail());
};

void shell.pressed.then(() => {
  loadApp();
  // Beside it, and not when it asks. A failure is the player's, which tries again.
  import('../audio/index.ts').catch(() => undefined);
});
// A page that is not seen is not painted.
if (document.hidden) loadApp();
else requestAnimationFrame(() => setTimeout(loadApp));
