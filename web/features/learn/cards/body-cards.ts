import type { LearnCard } from '../card.ts';

/** The body: breath, sleep, and what a strap around the chest can and cannot tell. */
export const BODY_CARDS: readonly LearnCard[] = [
  {
    id: 'breathing',
    topic: 'body',
    grade: 'plausible',
    sources: ['steffen-2017', 'lehrer-2020'],
    said: {
      en: {
        title: 'Four in, six out',
        text: [
          'At about six breaths a minute heart and breath swing together, and many people feel ' +
            'calmer. A small study found a better mood after it. A review of 58 trials of practice with ' +
            'heart feedback found small to moderate effects on anxiety and low mood, more against doing ' +
            'nothing than against other exercises.',
          'Breathe softly rather than deeply. If you get dizzy or tingle, stop and breathe as you ' +
            'like. Another pace may suit you better.',
        ],
      },
      de: {
        title: 'Vier ein, sechs aus',
        text: [
          'Bei etwa sechs Atemzügen in der Minute schwingen Herz und Atem gemeinsam, und viele fühlen ' +
            'sich ruhiger. Eine kleine Studie fand danach bessere Stimmung. Eine Übersicht über 58 ' +
            'Studien zum Üben mit Herz-Rückmeldung fand kleine bis mittlere Wirkungen auf Angst und ' +
            'gedrückte Stimmung, mehr gegenüber Nichtstun als gegenüber anderen Übungen.',
          'Atme eher sanft als tief. Wird dir schwindlig oder kribbelt es, hör auf und atme, wie du ' +
            'magst. Vielleicht passt dir ein anderes Maß besser.',
        ],
      },
    },
  },
  {
    id: 'relaxation',
    topic: 'body',
    grade: 'shown',
    sources: ['muhammad-khir-2024'],
    said: {
      en: {
        title: 'Tense and let go',
        text: [
          'In progressive muscle relaxation you tense one part of the body after the other and let ' +
            'go. A systematic review found less stress, anxiety and low mood in adults who practised ' +
            'it, more so where it was joined with other methods.',
          'These were mostly not people in recovery. Leave out whatever hurts. If lying still with ' +
            'closed eyes feels unsafe, sit up and keep them open; that is still the exercise.',
        ],
      },
      de: {
        title: 'Anspannen und loslassen',
        text: [
          'Bei der progressiven Muskelentspannung spannst du einen Teil des Körpers nach dem anderen ' +
            'an und lässt los. Eine systematische Übersicht fand bei Erwachsenen, die übten, weniger ' +
            'Stress, Angst und gedrückte Stimmung, mehr noch zusammen mit anderen Methoden.',
          'Das waren meist keine Menschen auf dem Weg aus einer Sucht. Lass aus, was wehtut. Fühlt ' +
            'sich Stillliegen mit geschlossenen Augen unsicher an, setz dich auf und lass sie offen; es ' +
            'bleibt die Übung.',
        ],
      },
    },
  },
  {
    id: 'what-a-strap-tells',
    topic: 'body',
    grade: 'shown',
    sources: ['carter-tiffany-1999'],
    said: {
      en: {
        title: 'What a strap cannot tell',
        text: [
          'A chest strap counts heartbeats very well. It does not see craving. When people meet their ' +
            'triggers the heart speeds up a little on average (d = 0.26), so little that it says next ' +
            'to nothing about one person at one moment. Stairs do far more.',
          'Attune uses the heart to guess how stirred up the body is, and it asks you about craving. ' +
            'Where your rating and the figure differ, your rating counts.',
        ],
      },
      de: {
        title: 'Was ein Gurt nicht sagen kann',
        text: [
          'Ein Brustgurt zählt Herzschläge sehr gut. Verlangen sieht er nicht. Begegnen Menschen ' +
            'ihren Auslösern, schlägt das Herz im Mittel ein wenig schneller (d = 0,26), so wenig, dass ' +
            'es über einen Menschen in einem Moment fast nichts sagt. Eine Treppe tut weit mehr.',
          'Attune schätzt aus dem Herzen, wie aufgewühlt der Körper ist, und fragt dich nach dem ' +
            'Verlangen. Gehen dein Urteil und der Wert auseinander, zählt dein Urteil.',
        ],
      },
    },
  },
  {
    id: 'hrv-honestly',
    topic: 'body',
    grade: 'shown',
    sources: ['laborde-2017', 'billman-2013'],
    said: {
      en: {
        title: 'Heart rate variability, honestly',
        text: [
          'The time from beat to beat always varies, mostly with the breath. How much depends on age, ' +
            'posture, breathing, sleep, coffee, nicotine, alcohol and medicines. One number without its ' +
            'circumstances means little, and comparing yours with a friend’s means less.',
          'The popular ratio “LF/HF” does not show a balance of stress and rest. Attune compares you ' +
            'with yourself at rest, and says so when it cannot.',
        ],
      },
      de: {
        title: 'Herzratenvariabilität, ehrlich',
        text: [
          'Die Zeit von Schlag zu Schlag schwankt immer, vor allem mit dem Atem. Wie sehr, hängt ab ' +
            'von Alter, Haltung, Atmung, Schlaf, Kaffee, Nikotin, Alkohol und Medikamenten. Eine Zahl ' +
            'ohne ihre Umstände sagt wenig, der Vergleich mit anderen noch weniger.',
          'Das beliebte Verhältnis „LF/HF“ zeigt kein Gleichgewicht von Stress und Ruhe. Attune ' +
            'vergleicht dich mit dir selbst in Ruhe und sagt es, wenn das nicht geht.',
        ],
      },
    },
  },
  {
    id: 'medicines-and-the-heart',
    topic: 'body',
    grade: 'shown',
    sources: ['oregan-2015'],
    said: {
      en: {
        title: 'Medicines change these figures',
        text: [
          'In a study of 4750 older adults, those who took antidepressants had lower heart rate ' +
            'variability, with or without depression. Depressed people without them did not differ. ' +
            'Other medicines that act on the heart change the figures, too.',
          'So never judge a medicine by a number in Attune, and never stop or change one because of ' +
            'it. Tell Attune what you take into account; it becomes more cautious. Questions belong to ' +
            'whoever prescribed it.',
        ],
      },
      de: {
        title: 'Medikamente ändern diese Werte',
        text: [
          'In einer Studie mit 4750 älteren Erwachsenen hatten jene, die Antidepressiva nahmen, eine ' +
            'geringere Herzratenvariabilität, mit oder ohne Depression. Depressive ohne Medikament ' +
            'unterschieden sich nicht. Auch andere Mittel, die auf das Herz wirken, ändern die Werte.',
          'Beurteile also nie ein Medikament nach einer Zahl in Attune, und setz deshalb nie eines ab ' +
            'oder um. Sag Attune, was mitspielt; dann ist es vorsichtiger. Fragen gehören zu dem, der ' +
            'es verschrieben hat.',
        ],
      },
    },
  },
  {
    id: 'two-conditions',
    topic: 'body',
    grade: 'shown',
    sources: ['kessler-1996'],
    said: {
      en: {
        title: 'When there is a second condition',
        text: [
          'A large survey in the United States found that addiction and other mental disorders often ' +
            'come together, and that fewer than half of those concerned had any treatment in that year. ' +
            'If you have both, you are not a special case, and both deserve care.',
          'Panic, trauma, pain or a heart condition also change what heartbeat and craving look like. ' +
            'Attune cannot tell them apart. Somebody who knows your history can.',
        ],
      },
      de: {
        title: 'Wenn noch etwas dazukommt',
        text: [
          'Eine große Befragung in den USA fand, dass Sucht und andere psychische Störungen oft ' +
            'gemeinsam auftreten und dass weniger als die Hälfte der Betroffenen in dem Jahr behandelt ' +
            'wurde. Hast du beides, bist du kein Sonderfall, und beides verdient Behandlung.',
          'Auch Panik, Trauma, Schmerz oder eine Herzkrankheit ändern, wie Herzschlag und Verlangen ' +
            'aussehen. Attune kann das nicht auseinanderhalten. Jemand, der deine Geschichte kennt, ' +
            'kann es.',
        ],
      },
    },
  },
  {
    id: 'sleep',
    topic: 'body',
    grade: 'shown',
    sources: ['arnedt-2007'],
    said: {
      en: {
        title: 'Sleep comes back slowly',
        text: [
          'After stopping alcohol, poor sleep is very common and can last for months, also without a ' +
            'drop. Studies link it with a higher risk of drinking again. It is a reason to get help ' +
            'with sleep, not a sign that you do something wrong.',
          'Sleeping pills can be a trap of their own: talk with a doctor first. Calm music is allowed ' +
            'in bed; the strap may stay off. If craving wakes you, “Craving now” works in the dark.',
        ],
      },
      de: {
        title: 'Der Schlaf kommt langsam zurück',
        text: [
          'Nach dem Aufhören mit Alkohol ist schlechter Schlaf sehr häufig und kann Monate dauern, ' +
            'auch ohne einen Tropfen. Studien verbinden ihn mit einem höheren Rückfallrisiko. Das ist ' +
            'ein Grund, sich beim Schlaf helfen zu lassen, kein Zeichen, dass du etwas falsch machst.',
          'Schlafmittel können selbst eine Falle sein: Sprich vorher mit einem Arzt. Ruhige Musik ' +
            'darf mit ins Bett, der Gurt muss nicht. Weckt dich Verlangen, geht „Verlangen jetzt“ auch ' +
            'im Dunkeln.',
        ],
      },
    },
  },
];
