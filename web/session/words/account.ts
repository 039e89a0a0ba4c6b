import {
  decisionAccount,
  LADDER,
  type DecisionAccount,
  type DoseDecision,
  type DoseReason,
  type SessionStarted,
} from '../../../engine/index.ts';
import { spoken } from '../../kit/language.ts';
import { numberText } from '../../kit/numbers.ts';
import { exclusionReasons, families } from './reasons.ts';

/** The rule behind each reason; names of the configuration stay as they are in it. */
const GERMAN_RULES: Readonly<Record<DoseReason, string>> = {
  settling: 'settle: beibehalten, was klingt, und auf eine Schätzung warten',
  'matching-estimate':
    'match: eine Sprosse auf matchBelow Sprossen unter der Schätzung zu; aufwärts bis auf eine an sie heran',
  'matching-by-default': 'match: der Anfang des Ablaufs, weil keine Schätzung gegeben wird',
  'stepping-down-estimate-fell':
    'step-down: die Schätzung stieg seit der letzten Stufe um höchstens risingArousal',
  'stepping-down-by-time': 'step-down: keine Schätzung, also führt stepS allein',
  'stepping-up': 'step-up: der Puls liegt unter seiner Grenze minus ceilingMarginBpm',
  'stepping-up-by-time': 'step-up: wie oben; keine Schätzung',
  'stepping-back-near-ceiling':
    'step-up: der Puls liegt innerhalb von ceilingMarginBpm an seiner Grenze: eine Sprosse zurück',
  'holding-estimate-rising': 'step-down: die Schätzung stieg um mehr als risingArousal: halten',
  'holding-near-ceiling': 'step-up: der Puls liegt innerhalb von ceilingMarginBpm an seiner Grenze: halten',
  'holding-no-heart-rate': 'step-up: der Puls ist nicht bekannt: halten',
  'holding-body-ahead': 'step-up: die Schätzung liegt mehr als eine Sprosse über der Musik: halten',
  'silence-after-two-failed-steps':
    'step-down: failedSteps Anstiege in Folge: Stille für silenceS, mit Angeboten',
  'another-estimate-stayed':
    'step-down, hold: am Ziel sank die Schätzung in stepS um weniger als fallingArousal: ein anderes Stück',
  yoked: 'Studie, Scheinarm: die Dosis einer anderen Sitzung, unabhängig von der Schätzung',
  'holding-goal-reached': 'hold: beibehalten, was klingt',
  'holding-before-next-step': 'step: die nächste Stufe ist noch nicht fällig',
  'holding-choice-by-hand': 'ein Druck, der weniger als manualHoldS her ist, gilt',
  'after-silence': 'nach einer Stille kehrt die Musik zurück',
  reflecting: 'reflect: beibehalten, was klingt',
  accompanying: 'Übung: die Musik ist dort, wo die Übung sie braucht',
  'leading-to-activity': 'Übung: eine Sprosse auf ihre Musik zu',
  'quiet-by-plan': 'silence: die Phase hat keine Musik',
  'exposure-excerpt': 'exposure: das freigeschaltete Lied dieses Ausschnitts',
  'set-aside': 'was klang, ist inzwischen nicht mehr erlaubt',
  'sound-limit': 'die Schalldosis der Woche (WHO-ITU H.870) ist bis auf limitReserveS verbraucht',
  'daily-limit': 'die Minuten des Tages sind bis auf limitReserveS verbraucht',
  'asked-calmer': 'Druck: eine Sprosse hinab',
  'asked-livelier': 'Druck: eine Sprosse hinauf',
  'asked-skip': 'Druck: ein anderes Stück',
  'asked-resume': 'Druck: weitermachen',
  'asked-level': 'Druck der Fachkraft: unmittelbar eine Stufe',
  'too-much': 'Druck: Stille, bis wieder Musik gewünscht wird',
};

const OFFERS: Readonly<Record<string, string>> = { breath: 'Atemführung', stop: 'Aufhören' };

function germanAccount(
  decision: DoseDecision,
  start: SessionStarted,
): Pick<DecisionAccount, 'rule' | 'facts'> {
  const { targetRung, achievedRung, eligible, probabilities, offers } = decision;
  return {
    rule: GERMAN_RULES[decision.reason],
    facts: [
      ['spielt', `${decision.module}, ${families[decision.family]} ${decision.level}, in ${decision.phase}`],
      ['Ziel', rungText(targetRung)],
      ['erreicht', achievedRung === undefined ? 'unbekannt: keine Schätzung' : rungText(achievedRung)],
      ['Eingaben', inputs(decision)],
      ['erlaubt', eligible.map((id, i) => `${id} ${percent(probabilities[i] ?? 0)}`).join(', ')],
      ['ausgelassen', excluded(decision)],
      ['gewählt durch', chosenBy(decision)],
      ...(offers ? [['angeboten', offers.map((one) => OFFERS[one] ?? one).join(', ')] as const] : []),
      ['Ablauf', protocolText(start)],
      ['Konfiguration', `${start.configHash}, Startwert ${start.seed}`],
    ],
  };
}

const percent = (share: number): string => {
  const tenths = Math.round(1000 * share);
  return `${numberText(tenths / 10, tenths % 10 === 0 ? 0 : 1)} %`;
};

/** Logs from before the ladder was logged have no rung. */
function rungText(rung: number): string {
  const at = LADDER[rung];
  return `Sprosse ${rung} (${at ? `${families[at.family]} ${at.level}` : 'unbekannt'})`;
}

const inputs = ({ arousal, heartRateBpm, craving, sounding }: DoseDecision): string =>
  [
    `Aktivierung ${arousal === undefined ? 'nicht geschätzt' : numberText(arousal, 2)}`,
    `Puls ${heartRateBpm === undefined ? 'unbekannt' : `${numberText(heartRateBpm)} pro Minute`}`,
    `Verlangen ${craving === undefined ? 'nicht bewertet' : `mit ${craving} bewertet`}`,
    `es klingt ${sounding ?? 'nichts'}`,
  ].join('; ');

/** Grouped by reason, so that the important ones stand out from the many that merely do not fit. */
function excluded({ excluded: all }: DoseDecision): string {
  const byReason = new Map<string, string[]>();
  for (const [id, why] of Object.entries(all)) {
    const reason = exclusionReasons[why];
    byReason.set(reason, [...(byReason.get(reason) ?? []), id]);
  }
  return [...byReason].map(([why, ids]) => `${why}: ${ids.join(', ')}`).join('; ') || 'nichts';
}

const chosenBy = ({ policy, drawn, denied, anomaly }: DoseDecision): string =>
  [
    drawn ? `Auswahlregel ${policy}, gezogen` : `nicht gezogen (Auswahlregel ${policy} wurde nicht gefragt)`,
    denied && 'was gewünscht war, wurde verwehrt',
    anomaly && `die Auswahlregel davor wurde abgesetzt: ${anomaly}`,
  ]
    .filter(Boolean)
    .join('; ');

const protocolText = ({ protocol, protocolVersion, protocolHash }: SessionStarted): string =>
  `${protocol}, Version ${protocolVersion}${protocolHash === undefined ? '' : `, Prüfsumme ${protocolHash}`}`;

/** A decision laid open, in the words of this page; what is no word, such as an id, stays as in the log. */
export const accountOf = spoken<typeof germanAccount>({ en: decisionAccount, de: germanAccount });
