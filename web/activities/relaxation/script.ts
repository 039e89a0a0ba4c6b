import type { ScriptPhase } from '../../session/script/script.ts';

/**
 * Attune's own words for relaxing muscles part by part: tense gently for some seconds, let go for about three times as
 * long, twice each, with breath before and rest after, in the order of the `guided-relaxation` protocol. Shorter than
 * the music at its shortest (13.5 min), so that nobody is left in silence in the middle of it.
 * The method is Jacobson's in the abbreviated form that most studies use: Muhammad Khir 2024, doi:10.2147/PRBM.S437277.
 */
export const SCRIPT: readonly ScriptPhase[] = [
  {
    id: 'settle',
    title: { en: 'Arriving', de: 'Ankommen' },
    sentences: [
      {
        s: 14,
        en: 'Sit or lie as is comfortable for you now.',
        de: 'Setz oder leg dich so hin, wie es dir jetzt angenehm ist.',
      },
      {
        s: 14,
        en: 'Your eyes may close, or rest on something quiet.',
        de: 'Die Augen dürfen zufallen oder auf etwas Ruhigem liegen.',
      },
      { s: 16, en: 'Notice what carries you from below.', de: 'Spür, was dich von unten trägt.' },
      {
        s: 16,
        en: 'There is nothing to get right here.',
        de: 'Hier gibt es nichts richtig zu machen.',
      },
    ],
  },
  {
    id: 'breath',
    title: { en: 'Breath', de: 'Atem' },
    guideFrom: 2,
    sentences: [
      {
        s: 12,
        en: 'Feel how the breath comes and goes by itself.',
        de: 'Spür, wie der Atem von selbst geht.',
      },
      {
        s: 12,
        en: 'Now let it go out a little longer than it comes in.',
        de: 'Lass ihn jetzt etwas länger hinaus als herein.',
      },
      { s: 30, en: 'In with the light. Out, slowly.', de: 'Ein mit dem Licht. Aus, ganz langsam.' },
      {
        s: 34,
        en: 'With each breath out, the shoulders may sink.',
        de: 'Mit jedem Ausatmen dürfen die Schultern sinken.',
      },
      {
        s: 32,
        en: 'If it becomes too much, breathe as you like.',
        de: 'Wird es zu viel, atme einfach, wie du magst.',
      },
    ],
  },
  {
    id: 'hands',
    title: { en: 'Hands', de: 'Hände' },
    sentences: [
      { s: 9, en: 'Go to your hands.', de: 'Geh zu deinen Händen.' },
      {
        s: 8,
        muscles: 'held',
        en: 'Close them, firmly but not hard.',
        de: 'Schließ sie, fest, aber nicht hart.',
      },
      {
        s: 26,
        muscles: 'loose',
        en: 'And let go. Finger by finger.',
        de: 'Und lass los. Finger für Finger.',
      },
      { s: 8, muscles: 'held', en: 'Once more: close them.', de: 'Noch einmal: schließ sie.' },
      { s: 24, muscles: 'loose', en: 'And open.', de: 'Und öffne sie.' },
      { s: 15, en: 'Warm, heavy, or just hands.', de: 'Warm, schwer oder einfach Hände.' },
    ],
  },
  {
    id: 'shoulders',
    title: { en: 'Shoulders', de: 'Schultern' },
    sentences: [
      { s: 9, en: 'Now the shoulders.', de: 'Jetzt die Schultern.' },
      {
        s: 8,
        muscles: 'held',
        en: 'Lift them a little towards the ears.',
        de: 'Zieh sie ein wenig zu den Ohren.',
      },
      { s: 26, muscles: 'loose', en: 'And let them sink.', de: 'Und lass sie sinken.' },
      { s: 8, muscles: 'held', en: 'Lift them once more.', de: 'Heb sie noch einmal.' },
      { s: 24, muscles: 'loose', en: 'And down, lower than before.', de: 'Und hinab, tiefer als vorher.' },
      {
        s: 15,
        en: 'Nothing rests on them now.',
        de: 'Gerade liegt nichts auf ihnen.',
      },
    ],
  },
  {
    id: 'face',
    title: { en: 'Face', de: 'Gesicht' },
    sentences: [
      { s: 9, en: 'And the face.', de: 'Und das Gesicht.' },
      {
        s: 8,
        muscles: 'held',
        en: 'Draw it together: forehead, eyes, jaw.',
        de: 'Zieh es zusammen: Stirn, Augen, Kiefer.',
      },
      { s: 26, muscles: 'loose', en: 'And let it go soft.', de: 'Und lass es weich werden.' },
      { s: 8, muscles: 'held', en: 'Once more, gently.', de: 'Noch einmal, sanft.' },
      {
        s: 24,
        muscles: 'loose',
        en: 'Let the jaw hang a little.',
        de: 'Lass den Kiefer ein wenig hängen.',
      },
      { s: 15, en: 'A face that owes nobody a look.', de: 'Ein Gesicht, das niemandem etwas zeigen muss.' },
    ],
  },
  {
    id: 'body',
    title: { en: 'The whole body', de: 'Der ganze Körper' },
    sentences: [
      {
        s: 20,
        en: 'Feel your back, and where it lies or leans.',
        de: 'Spür den Rücken, wo er liegt oder lehnt.',
      },
      { s: 20, en: 'Belly, hips, thighs.', de: 'Bauch, Hüften, Oberschenkel.' },
      { s: 20, en: 'Knees, calves, feet.', de: 'Knie, Waden, Füße.' },
      {
        s: 30,
        en: 'Where something still holds on, it may. Or it may let go.',
        de: 'Wo noch etwas festhält, darf es das. Oder es lässt los.',
      },
      { s: 30, en: 'The whole of you, carried.', de: 'Du, ganz und gar getragen.' },
    ],
  },
  {
    id: 'rest',
    title: { en: 'Rest', de: 'Ruhe' },
    sentences: [
      { s: 50, en: 'Stay here for a while.', de: 'Bleib eine Weile hier.' },
      {
        s: 50,
        en: 'Thoughts may pass. You need not go along.',
        de: 'Gedanken dürfen vorbeiziehen. Du musst nicht mit.',
      },
      { s: 50, en: 'Only the music, and you.', de: 'Nur die Musik und du.' },
    ],
  },
  {
    id: 'return',
    title: { en: 'Coming back', de: 'Zurückkommen' },
    sentences: [
      {
        s: 16,
        en: 'Slowly come back, in your own time.',
        de: 'Komm langsam zurück, in deinem eigenen Tempo.',
      },
      { s: 16, en: 'Move fingers and toes.', de: 'Beweg Finger und Zehen.' },
      { s: 16, en: 'Stretch, if you like.', de: 'Streck dich, wenn du magst.' },
      { s: 12, en: 'Look around. You are here.', de: 'Schau dich um. Du bist da.' },
    ],
  },
];
