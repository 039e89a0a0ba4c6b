import { tell, type Sentence } from '../../session/script/script.ts';

/** What is said half a minute after a rating, by the way it went: never praise, never blame. */
const REPLIES = {
  where: {
    unsaid: ['Where do you notice it most?', 'Wo merkst du es am meisten?'],
    rising: ['It grows. Waves do that before they break.', 'Es wächst. Das tun Wellen, bevor sie brechen.'],
    falling: [
      'It is a little less already. Where do you notice that?',
      'Es ist schon etwas weniger. Wo merkst du das?',
    ],
    same: [
      'It stays where it is. Where do you notice it most?',
      'Es bleibt, wo es ist. Wo merkst du es am meisten?',
    ],
  },
  word: {
    unsaid: ['Warm, tight, restless? One word is enough.', 'Warm, eng, unruhig? Ein Wort genügt.'],
    rising: ['More, for now. And you are still here.', 'Mehr, im Augenblick. Und du bist noch da.'],
    falling: [
      'Less than a minute ago. Nothing was needed for that.',
      'Weniger als vor einer Minute. Dafür war nichts nötig.',
    ],
    same: [
      'As it was. Warm, tight, restless? One word is enough.',
      'Wie vorhin. Warm, eng, unruhig? Ein Wort genügt.',
    ],
  },
  board: {
    unsaid: [
      'The breath is the board under you. Or the music is.',
      'Der Atem ist das Brett unter dir. Oder die Musik.',
    ],
    rising: [
      'The wave climbs. You are on it, not in it.',
      'Die Welle steigt. Du bist auf ihr, nicht in ihr.',
    ],
    falling: ['It carries you down. Let it.', 'Sie trägt dich hinunter. Lass sie.'],
    same: [
      'A broad back, this wave. The music holds just as long.',
      'Ein breiter Rücken, diese Welle. Die Musik hält genauso lang.',
    ],
  },
  stay: {
    unsaid: [
      'You need not push it. You need not follow it.',
      'Du musst es nicht wegdrücken. Du musst ihm nicht folgen.',
    ],
    rising: [
      'It is strong now. No wave stays at its top.',
      'Es ist jetzt stark. Keine Welle bleibt ganz oben.',
    ],
    falling: [
      'Going down. It may rise again, and fall again.',
      'Es sinkt. Es darf wieder steigen und wieder sinken.',
    ],
    same: [
      'Staying with it for a minute is all there is to do.',
      'Eine Minute dabeibleiben, mehr ist nicht zu tun.',
    ],
  },
  voice: {
    unsaid: [
      'If it had a voice, what would it say? You need not answer.',
      'Hätte es eine Stimme, was sagte sie? Du musst nicht antworten.',
    ],
    rising: ['It calls louder. A call is not an order.', 'Es ruft lauter. Ein Ruf ist kein Befehl.'],
    falling: [
      'Its voice grows fainter. Hear what is behind it.',
      'Seine Stimme wird leiser. Hör, was dahinter ist.',
    ],
    same: [
      'It still calls. You can hear it and stay seated.',
      'Es ruft noch. Du kannst es hören und sitzen bleiben.',
    ],
  },
  company: {
    unsaid: ['You are not alone with it. The music stays.', 'Du bist nicht allein damit. Die Musik bleibt.'],
    rising: [
      'If it becomes too much, Help now is there, and so is Stop.',
      'Wird es zu viel, ist Hilfe jetzt da, und Stopp auch.',
    ],
    falling: [
      'Look how far you have come down. Or only listen.',
      'Sieh, wie weit es schon hinabging. Oder hör nur.',
    ],
    same: ['Long waves are waves too.', 'Auch lange Wellen sind Wellen.'],
  },
  around: {
    unsaid: [
      'Around the urge there is a body, and around it a room.',
      'Um das Verlangen ist ein Körper, und um ihn ein Raum.',
    ],
    rising: [
      'It takes up much room. The room is larger still.',
      'Es nimmt viel Raum ein. Der Raum ist noch größer.',
    ],
    falling: [
      'There is more room again. What else is in it?',
      'Da ist wieder mehr Raum. Was ist noch darin?',
    ],
    same: [
      'It is one thing in this room. What else is here?',
      'Es ist eines in diesem Raum. Was ist noch hier?',
    ],
  },
  size: {
    unsaid: [
      'How large is it, against all that you can hear?',
      'Wie groß ist es, gegen alles, was du hörst?',
    ],
    rising: [
      'It may be at its top just now. You have come this far.',
      'Vielleicht ist es gerade ganz oben. Bis hierher kamst du.',
    ],
    falling: [
      'It has grown smaller. You stayed where you were.',
      'Es ist kleiner geworden. Du bist geblieben, wo du warst.',
    ],
    same: ['It need not be gone for you to go on.', 'Es muss nicht fort sein, damit du weitergehen kannst.'],
  },
} as const;

/** @param s until the next sentence */
export const reply = (s: number, name: keyof typeof REPLIES): Sentence => tell(s, REPLIES[name]);
