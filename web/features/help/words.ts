import { spoken } from '../../kit/language.ts';

export const help = spoken({
  en: {
    title: 'Help now',
    lead: 'You do not have to get through this alone.',
    callLine: (name: string, number: string) => `Call ${name}, ${number}`,
    callPerson: (name: string) => `Call ${name}`,
    person: 'My person',
    personEmpty: 'Someone you would call at night. Kept in this browser only.',
    personName: 'Name',
    personNumber: 'Phone number',
    personSave: 'Keep this person',
    personChange: 'Change',
    elsewhere: 'Other places',
    checked: (when: string) => `Checked on ${when}.`,
    modest: 'Numbers change. If one does not work, call your local emergency number.',
    licences: 'Licences of what Attune is made of',
    withdrawal:
      'Stopping alcohol or benzodiazepines suddenly can be dangerous. If you shake, sweat, see things or ' +
      'have had a seizure, get medical care now.',
  },
  de: {
    title: 'Hilfe jetzt',
    lead: 'Du musst das nicht allein durchstehen.',
    callLine: (name: string, number: string) => `${name} anrufen, ${number}`,
    callPerson: (name: string) => `${name} anrufen`,
    person: 'Meine Vertrauensperson',
    personEmpty: 'Jemand, den du auch nachts anrufen würdest. Bleibt nur in diesem Browser.',
    personName: 'Name',
    personNumber: 'Telefonnummer',
    personSave: 'Diese Person merken',
    personChange: 'Ändern',
    elsewhere: 'Andere Länder',
    checked: (when: string) => `Geprüft am ${when}.`,
    modest: 'Nummern ändern sich. Geht eine nicht, ruf den Notruf an deinem Ort an.',
    licences: 'Lizenzen dessen, woraus Attune besteht',
    withdrawal:
      'Plötzlich mit Alkohol oder Benzodiazepinen aufzuhören kann gefährlich sein. Wenn du zitterst, ' +
      'schwitzt, Dinge siehst oder einen Krampfanfall hattest, hol dir sofort ärztliche Hilfe.',
  },
});
