import { spoken } from '../../kit/language.ts';
import type { ActivityWords } from '../activity.ts';

export const words = spoken<ActivityWords>({
  en: {
    lead:
      'A craving rises, breaks and goes, like a wave. Here you stay with it until it does, with music ' +
      'under you.',
    care:
      'You need not get through it: the next part, Stop and Help now are there all the time. Withdrawal from ' +
      'alcohol or benzodiazepines needs a doctor.',
    begin: 'Begin',
    evidence:
      'In a study of 123 smokers such an exercise did not make the urge smaller, but they smoked less in the ' +
      'week after (Bowen and Marlatt 2009, doi:10.1037/a0017127). One small study; it is no treatment.',
  },
  de: {
    lead:
      'Verlangen steigt, bricht sich und geht, wie eine Welle. Hier bleibst du dabei, bis es so weit ist, mit ' +
      'Musik unter dir.',
    care:
      'Du musst es nicht durchstehen: Der nächste Teil, Stopp und Hilfe jetzt sind immer da. Ein Entzug von ' +
      'Alkohol oder Benzodiazepinen gehört in ärztliche Hände.',
    begin: 'Beginnen',
    evidence:
      'In einer Studie mit 123 Rauchenden machte so eine Übung das Verlangen nicht kleiner, aber sie rauchten ' +
      'in der Woche danach weniger (Bowen und Marlatt 2009, doi:10.1037/a0017127). Eine kleine Studie; es ist ' +
      'keine Behandlung.',
  },
});
