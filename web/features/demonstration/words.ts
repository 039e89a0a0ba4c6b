import { spoken } from '../../kit/language.ts';
import type { Turn } from './tour.ts';

/** One quiet sentence at each turn of the story. */
export const turns = spoken<Readonly<Record<Turn, string>>>({
  en: {
    listening:
      'A recorded heart, of somebody who is being upset. The music begins at once, and the heart is listened to.',
    upset:
      'It beats well above its resting rate: arousal is estimated high. “Look closer” shows how sure that is.',
    met: 'First the music comes nearer to how it is: one step livelier than it began.',
    'missed-beat': 'The strap missed a beat. It is marked in the trace and left out of the figures.',
    'led-down': 'The estimate falls, and the music leads on down: a step at a time, at most one a minute.',
    lost: 'The strap is lost. The music goes on.',
    withheld:
      'Too long without a beat to estimate anything, so nothing is shown. The music goes by the clock.',
    back: 'The strap is back, and soon the estimate too.',
    settled: 'Near its resting level again. A real session does this in ten to fifteen minutes.',
  },
  de: {
    listening:
      'Ein aufgezeichnetes Herz von jemandem, der sich gerade aufregt. Die Musik beginnt sofort und hört dem ' +
      'Herzen zu.',
    upset:
      'Es schlägt deutlich schneller als in Ruhe: Die Aktivierung wird hoch geschätzt. „Genauer hinsehen“ ' +
      'zeigt, wie sicher das ist.',
    met: 'Zuerst kommt die Musik ihm entgegen: eine Stufe lebhafter als am Anfang.',
    'missed-beat':
      'Dem Gurt ist ein Schlag entgangen. Er ist in der Kurve markiert und zählt in den Zahlen nicht mit.',
    'led-down':
      'Die Schätzung sinkt, und die Musik führt weiter hinab: Stufe um Stufe, höchstens eine in der Minute.',
    lost: 'Der Gurt ist weg. Die Musik spielt weiter.',
    withheld:
      'Zu lange kein Schlag, um etwas zu schätzen, also wird nichts gezeigt. Die Musik geht nach der Uhr.',
    back: 'Der Gurt ist wieder da, und bald auch die Schätzung.',
    settled: 'Wieder nahe am Ruhewert. Eine echte Sitzung braucht dafür zehn bis fünfzehn Minuten.',
  },
});
