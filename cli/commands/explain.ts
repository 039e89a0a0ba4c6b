import { Command } from 'commander';
import { decisionAccount } from '../../engine/index.ts';
import { BadInput } from '../bad-input.ts';
import { sessionLog } from '../session-log.ts';
import { clock, table } from '../table.ts';

export const explainCommand = (): Command =>
  new Command('explain')
    .summary('why a session played what it played')
    .description(
      "Each decision of a session log with its rule, inputs, set and probabilities, from the log's own words.",
    )
    .argument('<log>', 'a session log (JSON lines)')
    .option('--json', 'print JSON')
    .action(explain);

async function explain(path: string, { json }: { json?: true }): Promise<void> {
  const { events } = await sessionLog(path);
  const [start] = events;
  if (start?.type !== 'session-started') throw new BadInput(`${path}: not a session log`);
  const accounts = events.flatMap((event) =>
    event.type === 'decision'
      ? [{ atS: (event.atMs - start.atMs) / 1000, ...decisionAccount(event, start) }]
      : [],
  );
  const text = (): string =>
    accounts
      .map(({ atS, sentence, rule, facts }) => {
        const rows = table([['rule', rule], ...facts]).replace(/^/gm, '  ');
        return `${clock(atS * 1000)}  ${sentence}\n${rows}\n`;
      })
      .join('\n');
  process.stdout.write(json ? `${JSON.stringify(accounts, undefined, 2)}\n` : text());
}
