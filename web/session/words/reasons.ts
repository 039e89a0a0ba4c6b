import {
  DOSE_SENTENCES,
  doseSentence,
  type ArousalReason,
  type DoseReason,
  type DosingHalted,
  type ExclusionReason,
  type Family,
  type WithheldReason,
} from '../../../engine/index.ts';
import { spoken } from '../../kit/language.ts';

/** Why this plays now, after the name of the module. */
export const doseReasons = spoken<Readonly<Record<DoseReason, string>>>({
  en: DOSE_SENTENCES,
  de: {
    settling: 'Ein ruhiger Anfang, damit sich dein eigener Ruhewert finden lässt.',
    'matching-estimate': 'Die Musik kommt dorthin, wo dein Körper zu sein scheint.',
    'matching-by-default': 'Es beginnt in der Mitte: Noch gibt es keine Schätzung.',
    'stepping-down-estimate-fell':
      'Eine Stufe ruhiger: Deine Schätzung ist seit der letzten Stufe nicht gestiegen.',
    'stepping-down-by-time': 'Eine Stufe ruhiger, nach der Uhr: Es gibt keine Schätzung.',
    'stepping-up': 'Etwas lebhafter: Dein Puls lässt Raum dafür.',
    'stepping-up-by-time': 'Etwas lebhafter, nach der Uhr: Es gibt keine Schätzung.',
    'stepping-back-near-ceiling': 'Eine Stufe zurück: Dein Puls ist nahe an seiner Grenze.',
    'holding-estimate-rising': 'Es bleibt so: Deine Schätzung steigt, also wird nichts erzwungen.',
    'holding-near-ceiling': 'Es bleibt so: Dein Puls ist nahe an seiner Grenze.',
    'holding-no-heart-rate': 'Es bleibt so: Ohne Puls wird es nicht von selbst lebhafter.',
    'holding-body-ahead': 'Es bleibt so: Dein Körper scheint schon lebhafter zu sein als die Musik.',
    'silence-after-two-failed-steps':
      'Eine Pause: Die letzten Stufen haben nichts beruhigt, und Stille kann mehr tun als Musik. Du kannst ' +
      'auch mit dem Kreis atmen oder aufhören.',
    'another-estimate-stayed': 'Etwas anderes, ebenso ruhig: Deine Schätzung ist geblieben, wo sie war.',
    yoked: 'Die Musik geht ihren geplanten Gang.',
    'holding-goal-reached': 'Es bleibt eine Weile so.',
    'holding-before-next-step': 'Es bleibt noch ein wenig so, vor der nächsten Stufe.',
    'holding-choice-by-hand': 'Es bleibt bei dem, was du gewählt hast.',
    'after-silence': 'Sanft zurück aus der Pause.',
    reflecting: 'Fast zu Ende. Zeit, zu spüren, wie es jetzt ist.',
    accompanying: 'Musik zu dem, was du gerade tust.',
    'leading-to-activity': 'Eine Stufe auf die Musik zu, die jetzt gebraucht wird.',
    'quiet-by-plan': 'Vorerst Stille.',
    'exposure-excerpt': 'Der Ausschnitt, den du und deine Fachkraft gewählt habt. Stopp beendet ihn sofort.',
    'set-aside': 'Etwas anderes: Was spielte, ist vorerst zurückgestellt.',
    'sound-limit':
      'Von hier an Stille: Deine Ohren haben, soweit sich das schätzen lässt, etwa so viel gehört, wie für eine ' +
      'Woche gut ist.',
    'daily-limit': 'Von hier an Stille: Das war die Musik für heute.',
    'asked-calmer': 'Du wolltest es ruhiger.',
    'asked-livelier': 'Du wolltest es lebhafter.',
    'asked-skip': 'Du wolltest etwas anderes.',
    'asked-resume': 'Du wolltest weitermachen.',
    'asked-level': 'Deine Fachkraft hat diese Stufe gewünscht.',
    'too-much': 'Du hast gesagt, es sei zu viel; darum ist es still.',
  },
});

type Told = Parameters<typeof doseSentence>[0];

/** The same for one decision: it also tells where what was asked for is not allowed. */
export const whyText = spoken<(decision: Told) => string>({
  en: doseSentence,
  de: ({ reason, denied, family }) => {
    const sentence = doseReasons[reason];
    if (!denied) return sentence;
    return family === 'silence'
      ? `${sentence} Nichts Passendes ist gerade erlaubt, darum ist es still.`
      : `${sentence} Das ist gerade nicht erlaubt, darum bleibt es, wie es ist.`;
  },
});

/** Why there is no estimate, and what would help. */
export const withheldReasons = spoken<Record<WithheldReason, string>>({
  en: {
    'no-beats': 'No heartbeat is coming in. The music goes on by the clock.',
    'too-few-beats': 'Not enough heartbeats yet. Give it a minute.',
    'poor-signal': 'The signal is too rough to trust. Moistening the strap often helps.',
    'no-contact': 'The strap reports no skin contact. Moisten it and pull it a little tighter.',
    'no-baseline': 'Your resting level is not known yet. Sitting quietly helps to find it.',
    moving: 'It looks like you are moving or have just moved, so the heart rate says little about calm.',
    'perhaps-moving':
      'Your heart has been fast and even for minutes, as in movement. If you are sitting still, please say so.',
    'irregular-rhythm':
      'The heartbeat is too irregular to read. That can be the sensor; if it goes on or you feel unwell, ask a doctor.',
    ended: 'The recording has ended. The music goes on by the clock.',
  },
  de: {
    'no-beats': 'Es kommt kein Herzschlag an. Die Musik geht nach der Uhr weiter.',
    'too-few-beats': 'Noch zu wenige Herzschläge. Gib ihm eine Minute.',
    'poor-signal': 'Das Signal ist zu unruhig, um ihm zu trauen. Oft hilft es, den Gurt anzufeuchten.',
    'no-contact': 'Der Gurt meldet keinen Hautkontakt. Feuchte ihn an und zieh ihn etwas fester.',
    'no-baseline': 'Dein Ruhewert ist noch nicht bekannt. Ruhig zu sitzen hilft, ihn zu finden.',
    moving:
      'Es sieht aus, als ob du dich bewegst oder gerade bewegt hast; dann sagt der Puls wenig über Ruhe.',
    'perhaps-moving':
      'Dein Herz schlägt seit Minuten schnell und gleichmäßig, wie bei Bewegung. Wenn du still sitzt, sag es bitte.',
    'irregular-rhythm':
      'Der Herzschlag ist zu unregelmäßig, um ihn zu deuten. Das kann am Gurt liegen; hält es an oder fühlst du ' +
      'dich unwohl, frag eine Ärztin oder einen Arzt.',
    ended: 'Die Aufzeichnung ist zu Ende. Die Musik geht nach der Uhr weiter.',
  },
});

/** What the estimate rests on. */
export const arousalReasons = spoken<Record<ArousalReason, string>>({
  en: {
    'heart-rate-above-baseline': 'Heart rate is above your resting level.',
    'heart-rate-near-baseline': 'Heart rate is near your resting level.',
    'heart-rate-below-baseline': 'Heart rate is below your resting level.',
    'rest-found-lower': 'Your heart has been slower since, so your resting level is taken to be lower.',
    'variability-below-baseline': 'Your heartbeat varies less than at rest.',
    'variability-above-baseline': 'Your heartbeat varies more than at rest.',
    'heart-rate-only':
      'This sensor sends your heart rate, not each beat: no variability, no check of the rhythm, and a wider margin.',
    'paced-breathing-variability-ignored': 'You are breathing with the pacer, so variability is left out.',
    'moved-by-something-else':
      'You said that something else may move your heart too, so the margin is wider.',
  },
  de: {
    'heart-rate-above-baseline': 'Der Puls liegt über deinem Ruhewert.',
    'heart-rate-near-baseline': 'Der Puls liegt nahe an deinem Ruhewert.',
    'heart-rate-below-baseline': 'Der Puls liegt unter deinem Ruhewert.',
    'rest-found-lower':
      'Dein Herz hat seither langsamer geschlagen, darum wird dein Ruhewert tiefer angenommen.',
    'variability-below-baseline': 'Dein Herzschlag schwankt weniger als in Ruhe.',
    'variability-above-baseline': 'Dein Herzschlag schwankt mehr als in Ruhe.',
    'heart-rate-only':
      'Dieser Gurt sendet den Puls, nicht jeden Schlag: keine Herzratenvariabilität, keine Prüfung des Rhythmus, ' +
      'ein breiterer Bereich.',
    'paced-breathing-variability-ignored':
      'Du atmest mit der Atemführung, darum bleibt die Herzratenvariabilität außer Betracht.',
    'moved-by-something-else':
      'Du hast gesagt, dass auch anderes dein Herz bewegen kann; darum ist der Bereich breiter.',
  },
});

export const exclusionReasons = spoken<Record<ExclusionReason, string>>({
  en: {
    trigger: 'a trigger for you',
    'trigger-artist': 'by an artist who is a trigger for you',
    'trigger-genre': 'of a kind that is a trigger for you',
    'trigger-year': 'from years that are a trigger for you',
    'exposure-after-distress': 'not after a hard moment',
    quarantined: 'set aside after a hard moment',
    'unjudged-in-early-recovery': 'not judged by you yet',
    'locked-by-clinician': 'locked by your clinician',
    'sound-dose': 'enough sound for this week',
    'daily-minutes': 'enough music for today',
    'heart-rate-ceiling': 'livelier, and your heart rate is near its limit',
    'after-distress': 'livelier, and there was a hard moment before',
    'no-heart-rate': 'livelier, and your heart rate is not known',
    'other-family': 'another kind of music',
    'other-level': 'cannot play at this level',
    'just-heard': 'played just now',
  },
  de: {
    trigger: 'für dich ein Auslöser',
    'trigger-artist': 'von jemandem, dessen Musik für dich ein Auslöser ist',
    'trigger-genre': 'aus einer Richtung, die für dich ein Auslöser ist',
    'trigger-year': 'aus Jahren, die für dich ein Auslöser sind',
    'exposure-after-distress': 'nicht nach einem schweren Moment',
    quarantined: 'nach einem schweren Moment zurückgestellt',
    'unjudged-in-early-recovery': 'von dir noch nicht beurteilt',
    'locked-by-clinician': 'von deiner Fachkraft gesperrt',
    'sound-dose': 'genug Klang für diese Woche',
    'daily-minutes': 'genug Musik für heute',
    'heart-rate-ceiling': 'lebhafter, und dein Puls ist nahe an seiner Grenze',
    'after-distress': 'lebhafter, und davor war ein schwerer Moment',
    'no-heart-rate': 'lebhafter, und dein Puls ist nicht bekannt',
    'other-family': 'eine andere Art von Musik',
    'other-level': 'auf dieser Stufe nicht spielbar',
    'just-heard': 'eben erst gespielt',
  },
});

/** What stopped the music, and what to do. */
export const haltCauses = spoken<
  Record<DosingHalted['cause'], { readonly title: string; readonly body: string }>
>({
  en: {
    'stop-pressed': { title: 'Stopped.', body: 'It is quiet now. Go on when you like, or leave it here.' },
    distress: {
      title: 'This is a hard moment.',
      body: 'The music has stopped, so that nothing adds to it. You do not have to handle this alone.',
    },
    'heart-rate-ceiling': {
      title: 'The music has stopped.',
      body:
        'Your heart rate stayed high for someone at rest. Sit down, breathe easily. If you feel unwell, ' +
        'get medical help.',
    },
    locked: {
      title: 'This is locked.',
      body: 'Your clinician can unlock it for you, for a session together.',
    },
    'session-over': { title: 'That is the session.', body: 'Take a moment before you get up.' },
  },
  de: {
    'stop-pressed': {
      title: 'Angehalten.',
      body: 'Jetzt ist es still. Mach weiter, wann du magst, oder lass es hier gut sein.',
    },
    distress: {
      title: 'Das ist ein schwerer Moment.',
      body: 'Die Musik ist aus, damit nichts dazukommt. Du musst das nicht allein bewältigen.',
    },
    'heart-rate-ceiling': {
      title: 'Die Musik ist aus.',
      body:
        'Dein Puls ist für jemanden in Ruhe hoch geblieben. Setz dich, atme ohne Mühe. Wenn du dich unwohl ' +
        'fühlst, hol dir ärztliche Hilfe.',
    },
    locked: {
      title: 'Das ist gesperrt.',
      body: 'Deine Fachkraft kann es für eine gemeinsame Sitzung freischalten.',
    },
    'session-over': {
      title: 'Das war die Sitzung.',
      body: 'Nimm dir einen Moment, bevor du aufstehst.',
    },
  },
});

export const families = spoken<Record<Family, string>>({
  en: { calming: 'calming', activating: 'activating', silence: 'silence' },
  de: { calming: 'beruhigend', activating: 'belebend', silence: 'Stille' },
});
