import { panelSvg, scaleOf, sheet, type Panel } from '../plot/svg.ts';
import type { Evaluation } from '../../engine/research/index.ts';
import { evaluationText, methodRows } from './evaluation-text.ts';

const TEAL = '#0f766e';
const CLAY = '#b4532a';

/** The evaluation as one page that needs nothing else: tables, ROC, reliability, people. */
export function evaluationReport(name: string, it: Evaluation): string {
  const figure = sheet(1000, 380, [rocPanel(it), reliabilityPanel(it), peoplePanel(it)]);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${escaped(name)}: arousal estimate evaluated</title>
<style>
body{font:16px/1.5 system-ui,sans-serif;max-width:64rem;margin:2rem auto;padding:0 1rem;
  background:#faf6ee;color:#16212b}
table{border-collapse:collapse}td,th{padding:.3rem .8rem;text-align:left;border-bottom:1px solid #ddd3c2}
svg{max-width:100%;height:auto}pre{overflow-x:auto}</style>
<h1>${escaped(name)}</h1>
<p>Estimator <strong>${escaped(it.estimator)}</strong>, ${it.windows} windows of ${it.recordings} people.
Intervals are 95 %, drawn by subject.</p>
${htmlTable('On the windows with an estimate', methodRows(it.methods))}
${htmlTable('Where beats cover more than 70 % of the window', methodRows(it.onWhole))}
<figure role="img" aria-label="ROC curve, reliability, and the AUC of each person; the figures are in the tables">
${figure}</figure>
${htmlTable('Each person', [
  ['subject', 'windows', 'AUC', 'AUC of heart rate', 'balanced accuracy'],
  ...it.perSubject.map((one) => [
    one.subject,
    String(one.windows),
    shown(one.auc),
    shown(one.heartRateAuc),
    shown(one.balancedAccuracy),
  ]),
])}
${htmlTable('Reliability', [
  ['given', 'seen', 'windows'],
  ...it.reliability.map((bin) => [bin.given.toFixed(3), bin.seen.toFixed(3), String(bin.windows)]),
])}
<details><summary>As text</summary><pre>${escaped(evaluationText(name, it))}</pre></details>
</html>
`;
}

const shown = (value: number | undefined): string => value?.toFixed(3) ?? '–';

const escaped = (text: string): string => text.replace(/[<>&"]/g, (c) => `&#${c.charCodeAt(0)};`);

function htmlTable(caption: string, [header = [], ...rows]: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[], tag: 'td' | 'th') =>
    `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`;
  const body = rows.map((cells) => row(cells, 'td')).join('');
  return `<h2>${escaped(caption)}</h2>\n<table>${row(header, 'th')}${body}</table>`;
}

const box = (place: number): Panel['box'] => ({
  left: 75 + 330 * place,
  top: 50,
  width: 240,
  height: 240,
});

const diagonal = ({ x, y }: ReturnType<typeof scaleOf>): string =>
  `<path d="M${x(0)} ${y(0)}L${x(1)} ${y(1)}" stroke="#b8ab92" stroke-dasharray="4 4"/>`;

function rocPanel({ roc }: Evaluation): string {
  const panel: Panel = {
    title: 'ROC',
    xLabel: 'false positives',
    yLabel: 'true positives',
    box: box(0),
    x: [0, 1],
    y: [0, 1],
  };
  const scale = scaleOf(panel);
  const points = roc.map(
    ({ falsePositive, truePositive }, i) =>
      `${i === 0 ? 'M' : 'L'}${scale.x(falsePositive)} ${scale.y(truePositive)}`,
  );
  return panelSvg(
    panel,
    `${diagonal(scale)}<path d="${points.join('')}" fill="none" stroke="${TEAL}" stroke-width="2"/>`,
  );
}

function reliabilityPanel({ reliability, given }: Evaluation): string {
  const panel: Panel = {
    title: 'Reliability (area: windows)',
    xLabel: 'probability given',
    yLabel: 'share seen',
    box: box(1),
    x: [0, 1],
    y: [0, 1],
  };
  const scale = scaleOf(panel);
  const circles = reliability.map((bin) => {
    const radius = (24 * Math.sqrt(bin.windows / given)).toFixed(1);
    const centre = `cx="${scale.x(bin.given)}" cy="${scale.y(bin.seen)}"`;
    return `<circle ${centre} r="${radius}" fill="${TEAL}" fill-opacity=".7"/>`;
  });
  return panelSvg(panel, diagonal(scale) + circles.join(''));
}

function peoplePanel({ perSubject }: Evaluation): string {
  const panel: Panel = {
    title: 'AUC by person (ring: heart rate)',
    xLabel: 'person',
    yLabel: 'AUC',
    box: box(2),
    x: [0, perSubject.length + 1],
    y: [0, 1],
  };
  const { x, y } = scaleOf(panel);
  const marks = perSubject.map(({ auc, heartRateAuc }, i) =>
    [
      auc === undefined ? '' : `<circle cx="${x(i + 1)}" cy="${y(auc)}" r="4" fill="${TEAL}"/>`,
      heartRateAuc === undefined
        ? ''
        : `<circle cx="${x(i + 1)}" cy="${y(heartRateAuc)}" r="5" fill="none" stroke="${CLAY}"/>`,
    ].join(''),
  );
  return panelSvg(panel, marks.join(''));
}
