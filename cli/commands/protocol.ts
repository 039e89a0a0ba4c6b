import { Command } from 'commander';
import { engineConfig, hashOf, plannedTrajectory, PROTOCOLS } from '../../engine/index.ts';
import { writeOutput } from '../line-output.ts';
import { protocolPlot } from '../plot/protocol-plot.ts';
import { protocolText } from '../protocol-text.ts';
import { namedProtocol, protocolFile } from '../protocol-file.ts';
import { table } from '../table.ts';

export const protocolCommand = (): Command =>
  new Command('protocol')
    .summary('protocols: look at one, check one')
    .addCommand(
      new Command('check')
        .summary('say what is wrong with a protocol document, line by line')
        .argument('<file>', 'a JSON document')
        .action((path: string) => {
          const protocol = protocolFile(path);
          const { id, version, phases } = protocol;
          const hash = hashOf(protocol);
          process.stdout.write(
            `${path}: ${id}, version ${version}, ${phases.length} phases, hash ${hash}: fine\n`,
          );
        }),
    )
    .addCommand(
      new Command('show')
        .summary('a protocol in plain text and as a trajectory')
        .description('Without a name: the protocols that ship with Attune.')
        .argument('[name]', 'the id of a protocol, or a JSON document')
        .option('--svg <file>', 'draw the trajectory; - for standard output')
        .option('--json', 'print the document itself')
        .action(show),
    );

function show(name: string | undefined, { svg, json }: { svg?: string; json?: true }): void {
  if (name === undefined) {
    const rows = PROTOCOLS.map(({ id, version, texts }) => [`${id} ${version}`, texts.purpose] as const);
    process.stdout.write(`${table(rows)}\n`);
    return;
  }
  const protocol = namedProtocol(name);
  const stretches = plannedTrajectory(protocol, engineConfig());
  if (svg === '-') process.stdout.write(protocolPlot(protocol, stretches));
  else if (json) process.stdout.write(`${JSON.stringify(protocol, undefined, 2)}\n`);
  else process.stdout.write(`${protocolText(protocol, stretches)}\n`);
  if (svg !== undefined && svg !== '-') writeOutput(svg, protocolPlot(protocol, stretches));
}
