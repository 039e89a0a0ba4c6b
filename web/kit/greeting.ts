import { spoken } from './language.ts';

const greetings = spoken({
  en: {
    morning: 'Good morning. Begin where you are.',
    day: 'Hello. A few minutes are enough.',
    evening: 'Good evening. The day may grow quiet.',
    night: 'It is late, and you are here. That is enough.',
  },
  de: {
    morning: 'Guten Morgen. Fang an, wo du bist.',
    day: 'Hallo. Ein paar Minuten genügen.',
    evening: 'Guten Abend. Der Tag darf leiser werden.',
    night: 'Es ist spät, und du bist da. Das genügt.',
  },
});

/** The part of the day that an hour (0–23) of the person's own clock belongs to. */
export const partOfDay = (hour: number): keyof typeof greetings =>
  hour < 5 || hour >= 22 ? 'night' : hour < 11 ? 'morning' : hour < 17 ? 'day' : 'evening';

/** A word for this part of the day; settled as the page loads, so that the first screen says one thing. */
export const greeting = greetings[partOfDay(new Date().getHours())];
