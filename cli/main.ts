import { Command, CommanderError } from 'commander';
import { BadInput } from './bad-input.ts';
import { backupCommand } from './commands/backup.ts';
import { convertCommand } from './commands/convert.ts';
import { correctCommand } from './commands/correct.ts';
import { cravingCommand } from './commands/craving.ts';
import { explainCommand } from './commands/explain.ts';
import { doctorCommand } from './commands/doctor.ts';
import { evaluateCommand } from './commands/evaluate.ts';
import { fitCommand } from './commands/fit.ts';
import { hrvCommand } from './commands/hrv.ts';
import { opeCommand } from './commands/ope.ts';
import { inspectCommand } from './commands/inspect.ts';
import { moveCommand } from './commands/move.ts';
import { jobsCommand } from './commands/jobs.ts';
import { ownerCommand } from './commands/owner.ts';
import { protocolCommand } from './commands/protocol.ts';
import { replayCommand } from './commands/replay.ts';
import { restoreCommand } from './commands/restore.ts';
import { simulateCommand } from './commands/simulate.ts';
import { studyCommand } from './commands/study.ts';
import { serveCommand } from './commands/serve.ts';
import { verifyCommand } from './commands/verify.ts';
import { workerCommand } from './commands/worker.ts';

const program = new Command('attune')
  .description(
    'Biomarker-adaptive music dosing: heart rate in, an honest estimate of arousal, music that answers it.',
  )
  .version('0.1.0')
  .showHelpAfterError('(add --help for what it takes)')
  .enablePositionalOptions()
  .exitOverride()
  .addCommand(serveCommand())
  .addCommand(moveCommand())
  .addCommand(doctorCommand())
  .addCommand(backupCommand())
  .addCommand(restoreCommand())
  .addCommand(ownerCommand())
  .addCommand(verifyCommand())
  .addCommand(workerCommand())
  .addCommand(jobsCommand())
  .addCommand(inspectCommand())
  .addCommand(convertCommand())
  .addCommand(hrvCommand())
  .addCommand(correctCommand())
  .addCommand(cravingCommand())
  .addCommand(replayCommand())
  .addCommand(explainCommand())
  .addCommand(protocolCommand())
  .addCommand(simulateCommand())
  .addCommand(studyCommand())
  .addCommand(opeCommand())
  .addCommand(evaluateCommand())
  .addCommand(fitCommand());

// Commander does not hand these settings on to commands that were built elsewhere.
const settle = (parent: Command): void => {
  for (const command of parent.commands) {
    command.copyInheritedSettings(parent).exitOverride();
    settle(command);
  }
};
settle(program);

// Whoever read the pipe has seen enough; a full disk behind it is said.
process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
  if (code !== 'EPIPE') process.stderr.write(`attune: writing failed: ${message}\n`);
  process.exit(code === 'EPIPE' ? 0 : 2);
});

try {
  await program.parseAsync();
} catch (failure) {
  process.exitCode = exitCodeOf(failure);
}

/** 0 where help was asked for; 2 for input that the person can mend; anything else is a bug and says so. */
function exitCodeOf(failure: unknown): number {
  if (failure instanceof CommanderError) return failure.exitCode === 0 ? 0 : 2;
  if (!(failure instanceof BadInput)) throw failure;
  process.stderr.write(`attune: ${failure.message}\n`);
  return 2;
}
