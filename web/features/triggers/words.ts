import { spoken } from '../../kit/language.ts';
import { countText, numberText } from '../../kit/numbers.ts';
import type { Kind, Memory } from './entry.ts';

interface KindWords {
  /** As a heading of a part. */
  readonly title: string;
  readonly question: string;
  readonly hint: string;
  /** The name of the field. */
  readonly field: string;
}

interface TriggerWords {
  readonly title: string;
  readonly linkHint: string;
  readonly lead: string;
  readonly care: string;
  readonly kept: string;
  readonly notKept: string;
  readonly parts: string;
  readonly part: (number: number, of: number) => string;
  readonly said: (count: number) => string;
  readonly done: string;
  readonly kinds: Readonly<Record<Kind, KindWords>>;
  readonly artist: string;
  readonly from: string;
  readonly to: string;
  readonly strength: string;
  readonly strengthHint: string;
  readonly strengthText: (strength: number) => string;
  readonly memory: string;
  readonly memories: Readonly<Record<Memory, string>>;
  readonly add: string;
  readonly change: string;
  readonly changeShort: string;
  readonly removeShort: string;
  readonly changeThis: (name: string) => string;
  readonly remove: (name: string) => string;
  readonly cancel: string;
  readonly here: string;
  readonly suggested: string;
  readonly suggestedCount: (count: number) => string;
  readonly suggestedHint: string;
  readonly addThis: (name: string) => string;
  readonly pass: string;
  readonly passThis: (name: string) => string;
  readonly next: (title: string) => string;
  readonly toList: string;
  readonly overview: string;
  readonly waits: (done: number, of: number) => string;
  readonly waitsForList: string;
  readonly never: NeverWords;
}

interface NeverWords {
  readonly title: string;
  readonly link: string;
  readonly linkHint: string;
  readonly lead: string;
  readonly leadInForce: string;
  readonly empty: string;
  readonly proposed: string;
  readonly catches: (count: number) => string;
  readonly catchesNone: string;
  readonly before: string;
  readonly weak: string;
  readonly early: string;
  readonly earlyHint: string;
  readonly already: string;
  readonly alreadyHint: string;
  readonly toMusic: string;
  readonly added: (count: number) => string;
  readonly allowed: (count: number) => string;
  readonly unchanged: string;
  readonly apply: string;
  readonly applied: string;
  readonly undo: string;
  readonly undone: string;
  readonly inForce: string;
  readonly print: string;
  readonly printHint: string;
  readonly sheet: string;
  readonly sheetNever: string;
  readonly sheetNote: string;
}

export const words = spoken<TriggerWords>({
  en: {
    title: 'What pulls at you',
    linkHint: 'about twenty minutes, in pieces; what never plays follows from it',
    lead:
      'Eight short parts: songs, artists, kinds of music, years, places, times, people, states. ' +
      'At the end you see what Attune would never play, and decide.',
    care:
      'Naming something can pull as well. A name is enough, details are not needed. Leave out any part, and ' +
      'stop whenever you like: it keeps where you were.',
    kept: 'What you write stays on this device, locked with a key that only you have.',
    notKept: 'That could not be kept. Your words are still here; please try again.',
    parts: 'The parts',
    part: (number, of) => `Part ${numberText(number)} of ${numberText(of)}`,
    said: (count) => (count === 0 ? 'nothing yet' : countText(count, { one: '# named', other: '# named' })),
    done: 'done for now',
    kinds: {
      song: {
        title: 'Songs',
        question: 'Which songs pull at you?',
        hint: 'Songs that played then, or that bring it back.',
        field: 'Song',
      },
      artist: {
        title: 'Artists',
        question: 'Whose music as a whole?',
        hint: 'Only where it is nearly everything of theirs. Single songs belong to the part before.',
        field: 'Artist or band',
      },
      genre: {
        title: 'Kinds of music',
        question: 'Which kinds of music?',
        hint: 'As you would call them: “techno”, “schlager”, “drill”.',
        field: 'Kind of music',
      },
      era: {
        title: 'Years',
        question: 'Music of which years?',
        hint: 'When a whole time clings to its music. One year is a span as well.',
        field: 'What you call it',
      },
      place: {
        title: 'Places',
        question: 'Which places?',
        hint: 'A corner, a club, a room, a way home. They have no part in the music; they help you to plan.',
        field: 'Place',
      },
      time: {
        title: 'Times',
        question: 'Which times?',
        hint: 'Friday evening, pay day, the hour after work, a date in the year.',
        field: 'Time',
      },
      person: {
        title: 'People',
        question: 'Being with whom?',
        hint: 'A first name, initials or “the one from then” will do.',
        field: 'Person',
      },
      state: {
        title: 'States',
        question: 'Feeling how?',
        hint: 'Hungry, alone, tired, bored, in love, proud, in pain.',
        field: 'State',
      },
    },
    artist: 'By whom, if you know',
    from: 'From year',
    to: 'to',
    strength: 'How strongly does it pull?',
    strengthHint: '0 not at all, 10 as strong as can be',
    strengthText: (strength) => `pulls ${numberText(strength)} of 10`,
    memory: 'What does it recall?',
    memories: { use: 'Use', before: 'The time before', both: 'Both', unsure: 'Not sure' },
    add: 'Add',
    change: 'Keep the change',
    changeShort: 'Change',
    removeShort: 'Take away',
    changeThis: (name) => `Change “${name}”`,
    remove: (name) => `Take away “${name}”`,
    cancel: 'Leave it as it was',
    here: 'Named so far',
    suggested: 'Marked in your journal',
    suggestedCount: (count) => `${numberText(count)} marked in your journal`,
    suggestedHint: 'You marked these words while writing. Not everything that is marked pulls.',
    addThis: (name) => `Add “${name}”`,
    pass: 'Does not pull',
    passThis: (name) => `“${name}” does not pull`,
    next: (title) => `Done here. Next: ${title}`,
    toList: 'Done here. To the list',
    overview: 'All parts',
    waits: (done, of) => `Questions about music: ${numberText(done)} of ${numberText(of)} parts done.`,
    waitsForList: 'Questions about music: a list waits for your word.',
    never: {
      title: 'What Attune will never play',
      link: 'What Attune will never play',
      linkHint: 'look at it, change it, and only then put it in force',
      lead: 'Nothing of this is in force yet. Take away the tick where something may play.',
      leadInForce: 'What is in force says so. A change takes effect only with the button below.',
      empty: 'There is no music on your list. Places, times, people and states change nothing in the music.',
      proposed: 'Never play',
      catches: (count) =>
        countText(count, { one: 'Concerns # song of yours.', other: 'Concerns # songs of yours.' }),
      catchesNone: 'Concerns no song of yours now, and any that comes later.',
      before: 'It recalls the time before, so it may be one to keep.',
      weak: 'You said that it hardly pulls.',
      early: 'Also leave out my songs that I have not judged clean',
      earlyHint: 'The careful way in early recovery. Attune’s own pieces play in any case.',
      already: 'Left out already',
      alreadyHint: 'By your word on the Music page; it stays so.',
      toMusic: 'To the Music page',
      added: (count) =>
        countText(count, { one: '# thing will never play.', other: '# things will never play.' }),
      allowed: (count) => countText(count, { one: '# may play again.', other: '# may play again.' }),
      unchanged: 'All of this is in force. Nothing would change.',
      apply: 'Put this in force',
      applied: 'In force from the next session on.',
      undo: 'Take that back',
      undone: 'Taken back. It is as it was.',
      inForce: 'in force',
      print: 'Print a sheet',
      printHint: 'For your therapist, if you like. Its title says nothing of recovery.',
      sheet: 'Notes on music',
      sheetNever: 'never played',
      sheetNote: 'In the person’s own words. Figures are the person’s own ratings, 0–10.',
    },
  },
  de: {
    title: 'Was an dir zieht',
    linkHint: 'etwa zwanzig Minuten, in Stücken; daraus folgt, was nie gespielt wird',
    lead:
      'Acht kurze Teile: Lieder, Künstler, Musikrichtungen, Jahre, Orte, Zeiten, Menschen, Zustände. ' +
      'Am Ende siehst du, was Attune nie spielen würde, und entscheidest.',
    care:
      'Auch das Benennen kann ziehen. Ein Name genügt, Einzelheiten braucht es nicht. Lass jeden Teil aus, den ' +
      'du magst, und hör auf, wann du magst: Du kannst dort weitermachen.',
    kept: 'Was du schreibst, bleibt auf diesem Gerät, mit einem Schlüssel, den nur du hast.',
    notKept: 'Das ließ sich nicht aufbewahren. Deine Worte stehen noch da; bitte versuch es noch einmal.',
    parts: 'Die Teile',
    part: (number, of) => `Teil ${numberText(number)} von ${numberText(of)}`,
    said: (count) => (count === 0 ? 'noch nichts' : `${numberText(count)} genannt`),
    done: 'fürs Erste fertig',
    kinds: {
      song: {
        title: 'Lieder',
        question: 'Welche Lieder ziehen an dir?',
        hint: 'Lieder, die damals liefen oder die es zurückbringen.',
        field: 'Lied',
      },
      artist: {
        title: 'Künstler',
        question: 'Wessen Musik als Ganzes?',
        hint: 'Nur, wo es fast alles von ihnen ist. Einzelne Lieder gehören in den Teil davor.',
        field: 'Künstlerin, Künstler oder Band',
      },
      genre: {
        title: 'Musikrichtungen',
        question: 'Welche Arten von Musik?',
        hint: 'So, wie du sie nennst: „Techno“, „Schlager“, „Drill“.',
        field: 'Musikrichtung',
      },
      era: {
        title: 'Jahre',
        question: 'Musik aus welchen Jahren?',
        hint: 'Wenn eine ganze Zeit an ihrer Musik hängt. Auch ein einziges Jahr ist eine Spanne.',
        field: 'Wie du sie nennst',
      },
      place: {
        title: 'Orte',
        question: 'Welche Orte?',
        hint: 'Eine Ecke, ein Club, ein Zimmer, ein Heimweg. An der Musik ändern sie nichts; sie helfen beim Planen.',
        field: 'Ort',
      },
      time: {
        title: 'Zeiten',
        question: 'Welche Zeiten?',
        hint: 'Freitagabend, Zahltag, die Stunde nach der Arbeit, ein Datum im Jahr.',
        field: 'Zeit',
      },
      person: {
        title: 'Menschen',
        question: 'Mit wem zusammen?',
        hint: 'Ein Vorname, ein Kürzel oder „der von damals“ genügt.',
        field: 'Mensch',
      },
      state: {
        title: 'Zustände',
        question: 'Wenn es dir wie geht?',
        hint: 'Hungrig, allein, müde, gelangweilt, verliebt, stolz, mit Schmerzen.',
        field: 'Zustand',
      },
    },
    artist: 'Von wem, falls du es weißt',
    from: 'Von Jahr',
    to: 'bis',
    strength: 'Wie stark zieht es?',
    strengthHint: '0 gar nicht, 10 so stark es geht',
    strengthText: (strength) => `zieht ${numberText(strength)} von 10`,
    memory: 'Woran erinnert es?',
    memories: { use: 'An Konsum', before: 'An die Zeit davor', both: 'An beides', unsure: 'Weiß nicht' },
    add: 'Dazunehmen',
    change: 'Änderung behalten',
    changeShort: 'Ändern',
    removeShort: 'Wegnehmen',
    changeThis: (name) => `„${name}“ ändern`,
    remove: (name) => `„${name}“ wegnehmen`,
    cancel: 'Lassen, wie es war',
    here: 'Bisher genannt',
    suggested: 'In deinem Tagebuch markiert',
    suggestedCount: (count) => `${numberText(count)} im Tagebuch markiert`,
    suggestedHint: 'Diese Wörter hast du beim Schreiben markiert. Nicht alles Markierte zieht.',
    addThis: (name) => `„${name}“ hinzufügen`,
    pass: 'Zieht nicht',
    passThis: (name) => `„${name}“ zieht nicht`,
    next: (title) => `Hier fertig. Weiter: ${title}`,
    toList: 'Hier fertig. Zur Liste',
    overview: 'Alle Teile',
    waits: (done, of) => `Fragen zur Musik: ${numberText(done)} von ${numberText(of)} Teilen fertig.`,
    waitsForList: 'Fragen zur Musik: Eine Liste wartet auf dein Wort.',
    never: {
      title: 'Was Attune nie spielen wird',
      link: 'Was Attune nie spielen wird',
      linkHint: 'ansehen, ändern und erst dann gelten lassen',
      lead: 'Noch gilt nichts davon. Nimm den Haken weg, wo etwas spielen darf.',
      leadInForce: 'Was gilt, ist so bezeichnet. Eine Änderung gilt erst mit dem Knopf unten.',
      empty:
        'Auf deiner Liste steht keine Musik. Orte, Zeiten, Menschen und Zustände ändern nichts an der Musik.',
      proposed: 'Nie spielen',
      catches: (count) =>
        countText(count, { one: 'Betrifft # Lied von dir.', other: 'Betrifft # Lieder von dir.' }),
      catchesNone: 'Betrifft jetzt kein Lied von dir, und jedes, das später kommt.',
      before: 'Es erinnert an die Zeit davor, vielleicht ist es eines zum Behalten.',
      weak: 'Du hast gesagt, dass es kaum zieht.',
      early: 'Auch meine Lieder auslassen, die ich noch nicht für unbedenklich erklärt habe',
      earlyHint: 'Der vorsichtige Weg in der ersten Zeit. Die Stücke von Attune spielen in jedem Fall.',
      already: 'Schon ausgelassen',
      alreadyHint: 'Nach deinem Wort auf der Musikseite; das bleibt so.',
      toMusic: 'Zur Musikseite',
      added: (count) => countText(count, { one: '# wird nie gespielt.', other: '# werden nie gespielt.' }),
      allowed: (count) =>
        countText(count, { one: '# darf wieder spielen.', other: '# dürfen wieder spielen.' }),
      unchanged: 'All das gilt schon. Es würde sich nichts ändern.',
      apply: 'So gelten lassen',
      applied: 'Gilt ab der nächsten Sitzung.',
      undo: 'Zurücknehmen',
      undone: 'Zurückgenommen. Es ist, wie es war.',
      inForce: 'gilt',
      print: 'Ein Blatt drucken',
      printHint: 'Für deine Therapeutin oder deinen Therapeuten, wenn du magst. Der Titel verrät nichts.',
      sheet: 'Notizen zur Musik',
      sheetNever: 'wird nie gespielt',
      sheetNote: 'In eigenen Worten. Die Zahlen sind eigene Einschätzungen, 0–10.',
    },
  },
});
