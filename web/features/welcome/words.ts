import { spoken } from '../../kit/language.ts';
import type { WelcomeStep } from '../../session/feature.ts';

interface WelcomeWords {
  readonly title: string;
  readonly hint: string;
  readonly invite: string;
  readonly inviteLine: string;
  readonly look: string;
  readonly notNow: string;
  readonly step: (number: number, of: number) => string;
  readonly next: string;
  readonly back: string;
  readonly skip: string;
  readonly done: string;
  readonly later: string;
  readonly is: readonly string[];
  readonly isNot: readonly string[];
  readonly isTitle: string;
  readonly isNotTitle: string;
  readonly consentTitle: string;
  readonly kept: string;
  readonly steps: Readonly<Record<WelcomeStep, { readonly title: string; readonly lead: string }>>;
}

export const welcome = spoken<WelcomeWords>({
  en: {
    title: 'First steps',
    hint: 'Four short cards; each can be skipped, and changed later',
    invite: 'New here?',
    inviteLine: 'Four short cards. Skip any of them; nothing in Attune depends on them.',
    look: 'Look at them',
    notNow: 'Not now',
    step: (number, of) => `Card ${number} of ${of}`,
    next: 'Next',
    back: 'Back',
    skip: 'Skip',
    done: 'To Today',
    later: 'Later',
    isTitle: 'What Attune is',
    is: [
      'Music that answers your heart, made for riding out a craving, in the way music therapists work.',
      'Self-help that works offline. What is kept stays on your own computer.',
    ],
    isNotTitle: 'What it is not',
    isNot: [
      'No medical device, no diagnosis, no treatment. What it shows are estimates.',
      'No help with withdrawal: from alcohol or sedatives that can be dangerous and needs medical care.',
    ],
    consentTitle: 'What it may do',
    kept: 'Sessions are kept in this browser, so that you can look at them. Settings deletes them all at once.',
    steps: {
      about: { title: 'What this is', lead: 'In short. You decide what it may do; each can be undone.' },
      heart: {
        title: 'Your heartbeat',
        lead: 'A strap is not needed. A recorded heart shows the whole of it in four minutes.',
      },
      taste: {
        title: 'Your taste',
        lead: 'Hear a little of each. What pulls you towards use is left out, and never played.',
      },
      person: {
        title: 'Somebody to call',
        lead: 'Shown in Help now, one press away. It never leaves this browser.',
      },
    },
  },
  de: {
    title: 'Erste Schritte',
    hint: 'Vier kurze Karten; jede lässt sich überspringen und später ändern',
    invite: 'Neu hier?',
    inviteLine: 'Vier kurze Karten. Überspring, was du magst; nichts in Attune hängt davon ab.',
    look: 'Ansehen',
    notNow: 'Jetzt nicht',
    step: (number, of) => `Karte ${number} von ${of}`,
    next: 'Weiter',
    back: 'Zurück',
    skip: 'Überspringen',
    done: 'Zu Heute',
    later: 'Später',
    isTitle: 'Was Attune ist',
    is: [
      'Musik, die auf dein Herz antwortet: um Verlangen zu überstehen, so wie Musiktherapie damit arbeitet.',
      'Selbsthilfe, die ohne Netz geht. Was aufbewahrt wird, bleibt auf deinem eigenen Computer.',
    ],
    isNotTitle: 'Was es nicht ist',
    isNot: [
      'Kein Medizinprodukt, keine Diagnose, keine Behandlung. Was es zeigt, ist geschätzt.',
      'Keine Hilfe im Entzug: Der kann bei Alkohol oder Beruhigungsmitteln gefährlich sein und gehört in ' +
        'ärztliche Hände.',
    ],
    consentTitle: 'Was es darf',
    kept:
      'Sitzungen werden in diesem Browser aufbewahrt, damit du sie ansehen kannst. In den Einstellungen ' +
      'lassen sich alle auf einmal löschen.',
    steps: {
      about: {
        title: 'Worum es geht',
        lead: 'In Kürze. Du entscheidest, was es darf; alles lässt sich zurücknehmen.',
      },
      heart: {
        title: 'Dein Herzschlag',
        lead: 'Einen Gurt braucht es nicht. Ein aufgezeichnetes Herz zeigt in vier Minuten das Ganze.',
      },
      taste: {
        title: 'Dein Geschmack',
        lead: 'Hör in jedes kurz hinein. Was dich zum Konsum zieht, wird weggelassen und nie gespielt.',
      },
      person: {
        title: 'Jemand zum Anrufen',
        lead: 'Steht in „Hilfe jetzt“, einen Druck entfernt. Es verlässt diesen Browser nie.',
      },
    },
  },
});
