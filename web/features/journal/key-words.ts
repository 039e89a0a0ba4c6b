import { spoken } from '../../kit/language.ts';
import { countText, dayText } from '../../kit/numbers.ts';

/** The words of "Your key". */
export const key = spoken({
  en: {
    title: 'Your key',
    lead:
      'What you write is locked with a key that only you have. Nobody can send you a new one: if ' +
      'this device and your ' +
      'twelve words are both lost, what you wrote is lost too.',
    none: 'There is no key yet. It is made with the first thing you write, or now with your words.',
    device: 'This browser opens your writing by itself. Whoever may use it can read along.',
    passphraseOn: 'Your writing opens with your passphrase.',
    unavailable:
      'This browser keeps nothing private for this page. Writing is possible where Attune is opened ' +
      'by https or as localhost.',
    words: {
      title: 'Twelve words on paper',
      lead:
        'They open everything, on any device. Write them down by hand; a photo or a note in the cloud ' +
        'is not private.',
      english: 'The words are English in every language: there is no official list in others.',
      show: 'Show the words',
      hide: 'Hide them',
      rehearse: 'I have them on paper: try three',
      ask: 'From your paper, please. The words on the screen are hidden.',
      word: (place: number) => `Word ${place}`,
      check: 'Check',
      wrong: 'Not yet the same. Look at the paper once more, or show the words again.',
      right: 'Right. Your paper works.',
      rehearsed: (atMs: number) => `Tried on ${dayText(atMs)}: your paper works.`,
      never: 'Not tried yet.',
    },
    first: {
      title: 'Before your next entry',
      lead:
        'There are some entries now that it would hurt to lose. Browsers sometimes clear what they ' +
        'keep, and devices get ' +
        'lost. Two minutes with pen and paper, and nothing of it is lost.',
      now: 'I need to write now',
      leaf: 'A loose leaf',
      leafHint: 'Not kept yet. It becomes your entry as soon as three of your words were right.',
    },
    passphrase: {
      title: 'Passphrase',
      lead:
        'With a passphrase this device alone opens nothing. Four or five unrelated words are good. If ' +
        'you forget it, the twelve words help.',
      set: 'Set a passphrase',
      change: 'Change it',
      new: 'New passphrase',
      repeat: 'The same again',
      keep: 'Keep it',
      short: 'At least ten characters, please; four or five words are easiest to keep.',
      different: 'The two are not the same.',
      remove: 'Go without a passphrase',
      done: 'Your passphrase is set.',
      removed: 'This browser opens your writing by itself again.',
      lockNow: 'Lock now',
      after: 'Locks when you are away for',
      afterHint: 'A page in the background counts as away, a session that runs does not.',
      never: 'never',
      failed: 'That did not work, and nothing has changed. Please try again.',
    },
    backup: {
      title: 'A copy of it all',
      lead:
        'One sealed file with all you wrote. Your twelve words open it on another device; without them ' +
        'it says nothing.',
      never: 'No copy has been saved yet.',
      last: (atMs: number) => `The last copy was saved on ${dayText(atMs)}.`,
      clears:
        'Safari clears what pages keep after seven days without a visit, unless Attune is on the ' +
        'home screen. Other browsers do so when space is short.',
      save: 'Save a copy',
      saved: 'The copy was handed to your browser to keep.',
      incomplete:
        'Part of what you wrote does not open with this key, and a copy would not be whole. No file was made.',
      without: 'Save the rest without it',
      put: 'Put a copy in',
      file: 'The file',
      phrase: 'Your twelve words',
      add: 'Add it',
      wrongKey: 'These words do not open this file. Nothing was added.',
      notUnderstood: 'This file is no copy from Attune, or it is damaged. Nothing was added.',
      locked: 'Another key is in use here and locked. Open it first.',
      failed: 'That did not work, and nothing was added.',
    },
    cards: {
      title: 'Three people you trust',
      lead:
        'If you like: three cards for three people. Any two of them together open your writing; one ' +
        'alone opens nothing. ' +
        'Choose people who would not do so without you.',
      make: 'Make three cards',
      print: 'Print them',
      hide: 'Hide them',
      card: (number: number) => `Card ${number} of 3`,
      says:
        'Please keep this for me. Any two of the three cards together open something that I wrote. ' +
        'Alone it opens nothing.',
      made: (atMs: number) => `Cards were made on ${dayText(atMs)}.`,
    },
    gone: {
      delete: 'Delete everything that is locked',
      deleteSure:
        'Delete all that you wrote in Attune, and its key? Copies that you saved stay where they ' +
        'are. This cannot be undone.',
      deleteYes: 'Delete all of it',
      deleteNo: 'Keep it',
      deleted: 'All of it is deleted, and so is the key.',
    },
    open: {
      title: 'Locked',
      passphrase: 'Passphrase',
      open: 'Open',
      wrong: 'That is not the passphrase.',
      failed: 'The browser could not try it. Please reload this page.',
      other: 'Passphrase forgotten?',
      noKey: 'The key that this browser kept is gone. Your twelve words open your writing again.',
      withWords: 'Open with twelve words',
      words: 'Twelve words',
      withCards: 'Open with two cards',
      card: (number: number) => `Words of card ${number}`,
      wrongWords: 'These words do not open it. Is each of them written as on the paper?',
      afterwards: 'It is open. Set a new passphrase under “Your key” if you have forgotten the old one.',
    },
  },
  de: {
    title: 'Dein Schlüssel',
    lead:
      'Was du schreibst, ist mit einem Schlüssel verschlossen, den nur du hast. Niemand kann dir ' +
      'einen neuen schicken: ' +
      'Sind dieses Gerät und deine zwölf Wörter beide verloren, ist auch das Geschriebene verloren.',
    none:
      'Es gibt noch keinen Schlüssel. Er entsteht mit dem Ersten, was du schreibst, oder jetzt mit ' +
      'deinen Wörtern.',
    device: 'Dieser Browser öffnet dein Geschriebenes von selbst. Wer ihn benutzen darf, kann mitlesen.',
    passphraseOn: 'Dein Geschriebenes öffnet sich mit deiner Passphrase.',
    unavailable:
      'Dieser Browser bewahrt für diese Seite nichts Privates auf. Schreiben geht, wo Attune über ' +
      'https oder als localhost geöffnet ist.',
    words: {
      title: 'Zwölf Wörter auf Papier',
      lead:
        'Sie öffnen alles, auf jedem Gerät. Schreib sie von Hand auf; ein Foto oder eine Notiz in der ' +
        'Cloud ist nicht privat.',
      english: 'Die Wörter sind in jeder Sprache englisch: Eine offizielle deutsche Liste gibt es nicht.',
      show: 'Wörter zeigen',
      hide: 'Verbergen',
      rehearse: 'Ich habe sie auf Papier: drei probieren',
      ask: 'Bitte von deinem Papier. Die Wörter auf dem Bildschirm sind verborgen.',
      word: (place: number) => `Wort ${place}`,
      check: 'Prüfen',
      wrong: 'Noch nicht gleich. Schau noch einmal aufs Papier, oder lass dir die Wörter wieder zeigen.',
      right: 'Richtig. Dein Papier funktioniert.',
      rehearsed: (atMs: number) => `Probiert am ${dayText(atMs)}: Dein Papier funktioniert.`,
      never: 'Noch nicht probiert.',
    },
    first: {
      title: 'Vor deinem nächsten Eintrag',
      lead:
        'Jetzt stehen hier Einträge, deren Verlust wehtäte. Browser räumen manchmal auf, und Geräte ' +
        'gehen verloren. Zwei ' +
        'Minuten mit Stift und Papier, und nichts davon ist verloren.',
      now: 'Ich muss jetzt schreiben',
      leaf: 'Ein loses Blatt',
      leafHint: 'Noch nicht aufbewahrt. Sobald drei deiner Wörter stimmen, wird daraus dein Eintrag.',
    },
    passphrase: {
      title: 'Passphrase',
      lead:
        'Mit einer Passphrase öffnet dieses Gerät allein nichts mehr. Gut sind vier oder fünf Wörter, ' +
        'die nichts miteinander zu tun haben. Vergisst du sie, helfen die zwölf Wörter.',
      set: 'Passphrase festlegen',
      change: 'Ändern',
      new: 'Neue Passphrase',
      repeat: 'Noch einmal dieselbe',
      keep: 'Behalten',
      short: 'Bitte mindestens zehn Zeichen; vier oder fünf Wörter merken sich am leichtesten.',
      different: 'Die beiden sind nicht gleich.',
      remove: 'Ohne Passphrase weiter',
      done: 'Deine Passphrase gilt.',
      removed: 'Dieser Browser öffnet dein Geschriebenes wieder von selbst.',
      lockNow: 'Jetzt verschließen',
      after: 'Verschließt sich, wenn du so lange weg bist',
      afterHint: 'Eine Seite im Hintergrund zählt als weg, eine laufende Sitzung nicht.',
      never: 'nie',
      failed: 'Das hat nicht geklappt, und nichts hat sich geändert. Bitte versuch es noch einmal.',
    },
    backup: {
      title: 'Eine Kopie von allem',
      lead:
        'Eine versiegelte Datei mit allem, was du geschrieben hast. Deine zwölf Wörter öffnen sie auf ' +
        'einem anderen Gerät; ohne sie verrät sie nichts.',
      never: 'Noch keine Kopie gesichert.',
      last: (atMs: number) => `Die letzte Kopie wurde am ${dayText(atMs)} gesichert.`,
      clears:
        'Safari löscht nach sieben Tagen ohne Besuch, was Seiten aufbewahren, außer Attune liegt auf ' +
        'dem Home-Bildschirm. Andere Browser tun das, wenn der Platz knapp wird.',
      save: 'Kopie sichern',
      saved: 'Die Kopie wurde deinem Browser zum Aufbewahren gegeben.',
      incomplete:
        'Ein Teil lässt sich mit diesem Schlüssel nicht öffnen, eine Kopie wäre unvollständig. Es ' +
        'wurde keine Datei angelegt.',
      without: 'Den Rest ohne diesen Teil sichern',
      put: 'Kopie einlesen',
      file: 'Die Datei',
      phrase: 'Deine zwölf Wörter',
      add: 'Hinzufügen',
      wrongKey: 'Diese Wörter öffnen die Datei nicht. Nichts wurde hinzugefügt.',
      notUnderstood: 'Diese Datei ist keine Kopie von Attune oder beschädigt. Nichts wurde hinzugefügt.',
      locked: 'Hier ist ein anderer Schlüssel in Gebrauch und verschlossen. Öffne ihn zuerst.',
      failed: 'Das hat nicht geklappt, und nichts wurde hinzugefügt.',
    },
    cards: {
      title: 'Drei Menschen, denen du vertraust',
      lead:
        'Wenn du magst: drei Karten für drei Menschen. Je zwei zusammen öffnen dein Geschriebenes; ' +
        'eine allein öffnet nichts. ' +
        'Wähle Menschen, die das nicht ohne dich tun würden.',
      make: 'Drei Karten anlegen',
      print: 'Drucken',
      hide: 'Verbergen',
      card: (number: number) => `Karte ${number} von 3`,
      says:
        'Bitte bewahre das für mich auf. Je zwei der drei Karten zusammen öffnen etwas, das ich ' +
        'geschrieben habe. Allein öffnet sie nichts.',
      made: (atMs: number) => `Am ${dayText(atMs)} wurden Karten angelegt.`,
    },
    gone: {
      delete: 'Alles Verschlossene löschen',
      deleteSure:
        'Alles löschen, was du in Attune geschrieben hast, samt Schlüssel? Gesicherte Kopien ' +
        'bleiben, wo sie sind. Das lässt sich nicht rückgängig machen.',
      deleteYes: 'Alles löschen',
      deleteNo: 'Behalten',
      deleted: 'Alles ist gelöscht, auch der Schlüssel.',
    },
    open: {
      title: 'Verschlossen',
      passphrase: 'Passphrase',
      open: 'Öffnen',
      wrong: 'Das ist nicht die Passphrase.',
      failed: 'Der Browser konnte es nicht versuchen. Bitte lade die Seite neu.',
      other: 'Passphrase vergessen?',
      noKey:
        'Der Schlüssel, den dieser Browser aufbewahrt hat, ist weg. Deine zwölf Wörter öffnen dein ' +
        'Geschriebenes wieder.',
      withWords: 'Mit zwölf Wörtern öffnen',
      words: 'Zwölf Wörter',
      withCards: 'Mit zwei Karten öffnen',
      card: (number: number) => `Wörter der Karte ${number}`,
      wrongWords: 'Diese Wörter öffnen es nicht. Steht jedes so da wie auf dem Papier?',
      afterwards:
        'Es ist offen. Leg unter „Dein Schlüssel“ eine neue Passphrase fest, wenn du die alte vergessen hast.',
    },
  },
});

const MINUTES = spoken({
  en: { one: '# minute', other: '# minutes' },
  de: { one: '# Minute', other: '# Minuten' },
});
export const minutesText = (minutes: number): string => countText(minutes, MINUTES);

const ADDED = spoken({
  en: { one: '# thing was added.', other: '# things were added.' },
  de: { one: '# Sache wurde hinzugefügt.', other: '# Sachen wurden hinzugefügt.' },
});
const ALREADY = spoken({
  en: { one: '# was here already and stays as it is.', other: '# were here already and stay as they are.' },
  de: {
    one: '# war schon hier und bleibt, wie es ist.',
    other: '# waren schon hier und bleiben, wie sie sind.',
  },
});
export const restoredText = (added: number, already: number): string =>
  already === 0 ? countText(added, ADDED) : `${countText(added, ADDED)} ${countText(already, ALREADY)}`;
