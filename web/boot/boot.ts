import '../app/styles.ts';
import '../app/today.css';
import '../features/straps/straps.css';
import './boot.css';
import { cravingPress } from './craving-press.ts';
import { painted } from './painted.ts';
import { shell } from './shell.ts';

/** All the script that the first paint waits for: it makes the shell answer, and has the app come after the paint. */

let loading = false;
const loadScreens = (): void => {
  if (loading) return;
  loading = true;
  import('../main.tsx').catch(() => shell.fail());
};

void cravingPress.first.then(() => {
  // What plays comes beside what is seen, and waits for nothing of it. A failure is told by whoever asks next.
  import('../attune.ts').catch(() => undefined);
  import('../audio/index.ts').catch(() => undefined);
  loadScreens();
});
void painted().then(loadScreens);
