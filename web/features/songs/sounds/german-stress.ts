import { nucleiOf, type Nucleus } from './german-syllables.ts';

/** Prefixes that never have the stress. */
const UNSTRESSED = /^(be|ge|er|ver|zer|ent|emp)(?=[^aeiouäöü]*[aeiouyäöü])/;
/** Words that begin with the same letters, and have their stress there. */
const NO_PREFIX =
  /^(bett?|beb|becher|beere|beet|beicht|beid|beig|beil|bein|beispiel|beiß|belg|berg|bess|best(?=e[rns]?$)|besen|betr?el|beten|bet(?=e)|beug|beul|beut|geb(?=[en]|t$)|gegen|geh|gei|gel[bdt]|gern|gest(?=ern|e$)|geste|gerst|erb(?=e|en$|t$)|erd|ernst|ernte|erst|erz(?=$|e$)|eng|ende|ente|enkel|vers(?=e?$)|zerr)/;
/** Two prefixes of direction: the second has it ("hinaus", "vorbei"). */
const SECOND =
  /^(hin|her|vor|vo|da|zu|wo|ge|ein|mit|über|all|so|viel|will|je|da)(aus|auf|ab|an|ein|unter|über|bei|rück|sammen|hin|her|von|mit|für|vor|nach|gegen|rum|rauf|rin|ran|raus|durch|zu|hause|ander|leicht|gleich|fort|bald|komm|doch|mals)/;
const SECOND_WORDS =
  /^(warum|darum|allein|zuerst|zuletzt|zurück|zusammen|vielleicht|daheim|dabei|sofort|sogar|genau|egal|kaputt|adieu|lebendig|willkommen|jedoch|wieso|wohin|woher|damals|nanu|hallo|juchhe|forelle|hornisse|holunder|wacholder|april|august|september|oktober|november|dezember|gitarre|gespenster|zigarette|kartoffel|banane|tomate|zitrone|sekunde|minute|laterne|trompete|methode|kapelle|familie|oktober)/;
/** Endings of foreign words that have it on their own first vowel. */
const ENDING =
  /((?<=i)on(en)?|ier(en|t|te|st|e)?|tät(en)?|enz(en)?|anz(en)?|ist(en|in)?|ismus|ie|ei(en)?|ell|ent(en)?|ant(en)?|ur(en)?|al|är|eur|ös|iv|ett|ette|age|esse|eß|on|or(?=ium)|at|an|ik|it|thek|loge|graph|nom|soph|ot|in)$/;
/** Native words with such an end. */
const NATIVE =
  /(bei|drei|frei|zwei|blei|brei|schrei|ei|tier|bier|vier|hier|gier|stier|ziel|spiel|ihr|uhr|spur|schnur|nur|flur|saal|tal|mal|schal|wal|aal|qual|zahl|bahn|mann|kann|hat|rat|tat|saat|not|rot|brot|boot|tot|kette|bett|nett|wette|mitte|sitte|lehrerin|freundin|königin|ärztin|sängerin|mist|frist|list|bist|ist|tag|wahn|zahn|hahn|kahn|span|[^aeiou]in|heimat|monat|zierat|leutnant|niemand|jemand|elend|abend|tugend|jugend|gegend|tausend|hundert|lexikon|balkon|urteil)$/;
/** Musik has it at the end, these before. */
const IK_BEFORE =
  /(panik|lyrik|logik|technik|tragik|komik|chronik|klinik|gotik|optik|ethik|rhythmik|grammatik|mimik)$/;

/**
 * Which syllable of a German word has the stress, from 0: the first of the stem, unless a prefix or a foreign ending
 * says otherwise. A rule of thumb: a compound's second half may be taken for an ending.
 */
export function stressedOf(word: string, nuclei: readonly Nucleus[] = nucleiOf(word)): number {
  const most = nuclei.length - 1;
  if (most <= 0) return most;
  if (SECOND_WORDS.test(word)) return 1;
  if (IK_BEFORE.test(word)) return most - 1;
  const second = SECOND.exec(word);
  if (second && !UNSTRESSED.test(word)) return syllableAt(nuclei, second[1]!.length);
  if (UNSTRESSED.test(word) && !NO_PREFIX.test(word)) {
    const prefix = UNSTRESSED.exec(word)![1]!;
    return Math.min(most, syllableAt(nuclei, prefix.length));
  }
  const ending = ENDING.exec(word);
  if (ending && !NATIVE.test(word)) return syllableAt(nuclei, ending.index);
  return 0;
}

/** The first syllable whose vowel is at a letter or after it. */
const syllableAt = (nuclei: readonly Nucleus[], at: number): number =>
  Math.max(
    0,
    nuclei.findIndex((nucleus) => nucleus.at >= at),
  );
