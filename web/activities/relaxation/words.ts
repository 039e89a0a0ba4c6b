import { spoken } from '../../kit/language.ts';
import type { ActivityWords } from '../activity.ts';

export const words = spoken<ActivityWords>({
  en: {
    lead: 'Tense and let go, from the hands to the face, over calm music. One sentence at a time, and long silences.',
    care: 'Leave out any part that hurts or that you would rather not do. Not while driving.',
    begin: 'Begin',
    evidence:
      'Across 46 studies tensing and letting go lowered stress and anxiety, though not in every one ' +
      '(Muhammad Khir and others 2024, doi:10.2147/PRBM.S437277). It is no treatment.',
  },
  de: {
    lead:
      'Anspannen und loslassen, von den Händen bis zum Gesicht, zu ruhiger Musik. Ein Satz nach dem ' +
      'anderen, mit langer Stille.',
    care: 'Lass aus, was weh tut oder was du lieber nicht machst. Nicht beim Fahren.',
    begin: 'Beginnen',
    evidence:
      'In 46 Studien sanken mit Anspannen und Loslassen Stress und Angst, wenn auch nicht in jeder ' +
      '(Muhammad Khir und andere 2024, doi:10.2147/PRBM.S437277). Es ist keine Behandlung.',
  },
});
