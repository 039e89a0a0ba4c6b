import type { Term } from './card.ts';

/** Words about the brain that are often heard around music and addiction, with what is known of them. */
export const GLOSSARY: readonly Term[] = [
  {
    id: 'dopamine',
    grade: 'hypothesis',
    sources: ['ferreri-2019'],
    said: {
      en: {
        title: 'Dopamine',
        text: [
          'A messenger of wanting and reward. In 27 healthy people, raising or dampening it with ' +
            'medicines made music more or less pleasant. That music could stand in for what a drug did ' +
            'to it is a hypothesis.',
        ],
      },
      de: {
        title: 'Dopamin',
        text: [
          'Ein Botenstoff für Wollen und Belohnung. Bei 27 Gesunden wurde Musik angenehmer oder ' +
            'weniger angenehm, wenn Medikamente ihn anhoben oder dämpften. Dass Musik ersetzen könnte, ' +
            'was eine Droge damit tat, ist eine Hypothese.',
        ],
      },
    },
  },
  {
    id: 'amygdala',
    grade: 'hypothesis',
    sources: ['garcia-castro-2022'],
    said: {
      en: {
        title: 'Amygdala',
        text: [
          'A part of the brain that marks what matters. In five studies of gambling it was among the ' +
            'areas more active at gambling pictures. That music calms it in somebody who craves is a ' +
            'hypothesis.',
        ],
      },
      de: {
        title: 'Amygdala (Mandelkern)',
        text: [
          'Ein Teil des Gehirns, der Wichtiges markiert. In fünf Studien zum Glücksspiel war sie ' +
            'unter den Gebieten, die bei Spielbildern aktiver waren. Dass Musik sie bei Verlangen ' +
            'beruhigt, ist eine Hypothese.',
        ],
      },
    },
  },
  {
    id: 'prefrontal-cortex',
    grade: 'hypothesis',
    sources: ['goldstein-volkow-2011'],
    said: {
      en: {
        title: 'Prefrontal cortex',
        text: [
          'The part behind the forehead for planning and holding back. Averaged over groups, imaging ' +
            'finds it working differently in addiction. It says nothing about one person, and that ' +
            'music strengthens it is a hypothesis.',
        ],
      },
      de: {
        title: 'Präfrontaler Kortex',
        text: [
          'Der Teil hinter der Stirn für Planen und Innehalten. Im Mittel von Gruppen arbeitet er bei ' +
            'Sucht anders. Über einen einzelnen Menschen sagt das nichts, und dass Musik ihn stärkt, ' +
            'ist eine Hypothese.',
        ],
      },
    },
  },
  {
    id: 'perineuronal-nets',
    grade: 'hypothesis',
    sources: ['brown-sorg-2022', 'pasqualitto-2023'],
    said: {
      en: {
        title: 'Perineuronal nets',
        text: [
          'A mesh around some nerve cells that seems to hold memories firm; drugs and natural rewards ' +
            'change it in animals. That music acts on it in people is a hypothesis of a narrative ' +
            'review; we found no measurement of it.',
        ],
      },
      de: {
        title: 'Perineuronale Netze',
        text: [
          'Ein Geflecht um manche Nervenzellen, das Erinnerungen festzuhalten scheint; Drogen und ' +
            'natürliche Belohnungen verändern es bei Tieren. Dass Musik beim Menschen darauf wirkt, ist ' +
            'die Hypothese einer erzählenden Übersicht; eine Messung haben wir nicht gefunden.',
        ],
      },
    },
  },
  {
    id: 'eeg',
    grade: 'hypothesis',
    sources: ['pasqualitto-2025'],
    said: {
      en: {
        title: 'EEG',
        text: [
          'Brain waves measured at the scalp. A pilot study with 16 people in London looked at them ' +
            'before and after music therapy; it is a preprint and too small for conclusions. Attune ' +
            'reads no brain waves and promises none.',
        ],
      },
      de: {
        title: 'EEG',
        text: [
          'Hirnströme, an der Kopfhaut gemessen. Eine Pilotstudie mit 16 Menschen in London ' +
            'betrachtete sie vor und nach Musiktherapie; sie ist eine Vorveröffentlichung und zu klein ' +
            'für Schlüsse. Attune liest keine Hirnströme und verspricht keine.',
        ],
      },
    },
  },
  {
    id: 'memory-updating',
    grade: 'hypothesis',
    sources: ['pasqualitto-2023'],
    said: {
      en: {
        title: 'Updating a memory',
        text: [
          'The idea that a memory becomes soft when it is recalled and can then be stored with ' +
            'another feeling. For music and addiction it is the hypothesis of one narrative review. The ' +
            'journal lets you meet an entry again; it does not claim to change it.',
        ],
      },
      de: {
        title: 'Eine Erinnerung umschreiben',
        text: [
          'Die Idee, dass eine Erinnerung beim Abrufen weich wird und dann mit einem anderen Gefühl ' +
            'gespeichert werden kann. Für Musik und Sucht ist es die Hypothese einer einzelnen ' +
            'Übersicht. Im Tagebuch kannst du einem Eintrag wieder begegnen; dass ihn das ändert, ' +
            'behauptet es nicht.',
        ],
      },
    },
  },
  {
    id: 'endorphins',
    grade: 'hypothesis',
    sources: ['tarr-2014'],
    said: {
      en: {
        title: 'Endorphins',
        text: [
          'The body’s own opioids. Moving in time with others may release them; the authors ' +
            'themselves call it hypothesis and theory. It is no substitute for a medicine that somebody ' +
            'takes for opioid dependence.',
        ],
      },
      de: {
        title: 'Endorphine',
        text: [
          'Körpereigene Opioide. Gemeinsame Bewegung im Takt setzt sie vielleicht frei; die Autoren ' +
            'selbst nennen es Hypothese und Theorie. Ein Medikament, das jemand wegen ' +
            'Opioidabhängigkeit nimmt, ersetzt das nicht.',
        ],
      },
    },
  },
  {
    id: 'vagus',
    grade: 'plausible',
    sources: ['laborde-2017'],
    said: {
      en: {
        title: 'Vagus nerve, “vagal tone”',
        text: [
          'The nerve that slows the heart, most of all while breathing out. At rest and with quiet ' +
            'breathing, quick variation of the heartbeat reflects it in part. It is no measure of ' +
            'health, calm or character.',
        ],
      },
      de: {
        title: 'Vagusnerv, „Vagustonus“',
        text: [
          'Der Nerv, der das Herz bremst, vor allem beim Ausatmen. In Ruhe und bei ruhigem Atem ' +
            'spiegelt die schnelle Schwankung des Herzschlags ihn zum Teil. Ein Maß für Gesundheit, ' +
            'Ruhe oder Charakter ist sie nicht.',
        ],
      },
    },
  },
];
