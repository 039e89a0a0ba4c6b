/**
 * German words to rhyme with, written for Attune: what people sing of. Nouns with their capitals, verbs in the
 * infinitive, of which the plain forms are made.
 */
const NOUNS = `
Abend Abende Abgrund Abschied Ader Adern Affe Ahnung Alltag Altar Ampel Anfang Anker Ankunft Angst Ängste Antwort
Apfel Arbeit Ärger Arm Arme Asche Ast Äste Atem Auge Augen Augenblick Ausweg Bach Bäche Bahn Bahnen Balken Ball
Bälle Band Bank Bänke Bann Bar Bär Bart Bau Bauch Baum Bäume Becher Beere Bein Beine Berg Berge Bett Betten Beute
Bewegung Bier Bild Bilder Birne Bitte Blatt Blätter Blei Blick Blicke Blitz Blume Blumen Blut Blüte Boden Bogen Boot
Boote Bote Brand Brauch Braut Brei Brief Briefe Brille Brot Brote Bruch Brücke Brücken Bruder Brüder Brunnen Brust
Bub Buch Bücher Bucht Bühne Bund Burg Bus Busch Butter Chance Chor Chöre Dach Dächer Damm Dampf Dank Decke Dichter
Dieb Diebe Ding Dinge Donner Dorf Dörfer Dorn Drache Draht Dreck Druck Duft Düfte Dunkelheit Dunst Durst Ecke Ehe
Ehre Eid Eile Eis Eisen Elend Ende Engel Enge Enkel Ente Erbe Erde Erinnerung Ernte Esel Ewigkeit Fach Faden Fahne
Fahrt Fall Fälle Falle Falten Familie Farbe Farben Fass Faust Feder Federn Fehler Feier Feind Feinde Feld Felder
Fels Fenster Ferne Feuer Fieber Finger Finsternis Fisch Flamme Flammen Flasche Fleck Fleisch Fliege Flucht
Flüchtling Flug Flügel Flur Fluss Flüsse Flut Fluten Form Frage Fragen Frau Frauen Freiheit Fremde Freude Freuden
Freund Freunde Freundschaft Frieden Frist Frost Frucht Früchte Frühling Fund Funke Funken Furcht Fuß Füße Gabe Gang
Gänge Garten Gärten Gas Gasse Gast Gäste Gebet Gebirge Gebot Geburt Gedanke Gedanken Geduld Gedicht Gefahr Gefahren
Gefängnis Gefühl Gefühle Gegenwart Geheimnis Geist Geister Geld Geleit Gericht Geruch Gesang Geschenk Geschichte
Geschwister Gesicht Gesichter Gespenst Gespräch Gestalt Gesundheit Gewalt Gewicht Gewinn Gewissen Gewitter
Gewohnheit Gier Gift Gitarre Gitter Glanz Glas Gläser Glaube Glieder Glocke Glocken Glück Glut Gnade Gold Gott
Götter Grab Gräber Gras Gräser Grenze Grenzen Griff Grille Groll Grund Gründe Gruß Grüße Gut Haar Haare Hafen Hahn
Halt Hals Hand Hände Hang Harfe Hass Hast Haufen Haus Häuser Haut Heer Heft Heim Heimat Held Helden Hemd Herbst Herd
Herr Herz Herzen Herzschlag Heu Hilfe Himmel Hirn Hirte Hitze Höhe Höhle Hölle Holz Honig Horizont Hose Huhn Hülle
Hund Hunde Hunger Hut Hüte Hütte Igel Insel Inseln Jagd Jahr Jahre Jammer Jubel Jugend Junge Kaffee Käfig Kahn
Kaiser Kalb Kälte Kamm Kammer Kampf Kämpfe Kanal Kante Kapitän Karte Karten Käse Kater Katze Katzen Kehle Keim
Keller Kerze Kerzen Kette Ketten Kind Kinder Kindheit Kinn Kirche Kissen Kiste Klage Klang Klänge Klarheit Klasse
Klavier Kleid Kleider Klinge Kluft Knabe Knie Knopf Knoten Koffer Kohle König Kopf Köpfe Korb Korn Körper Kraft
Kräfte Kragen Kranz Kraut Kreis Kreise Kreuz Krieg Krone Krug Küche Kuchen Kugel Kuh Kühe Kummer Kunst Kuss Küsse
Küste Lachen Laden Lage Lager Lampe Land Länder Länge Lärm Last Lasten Laterne Lauf Laune Laut Laute Leben Leder
Leere Lehre Leib Leid Leiden Leine Leiter Lerche Licht Lichter Liebe Lied Lieder Linie Linde List Lob Loch Lohn Los
Löwe Lücke Luft Lüfte Lüge Lügen Lust Macht Mächte Mädchen Magen Mahl Mai Mal Mama Mann Männer Mantel Märchen Mark
Markt Maß Maske Masken Mauer Mauern Maus Mäuse Meer Meere Melodie Menge Mensch Menschen Messer Meter Milch Minute
Minuten Mitleid Mitte Mond Moos Morgen Mühe Mühle Mund Münder Musik Mut Mutter Mütter Nacht Nächte Nachtigall Nacken
Nadel Nagel Nähe Name Namen Narbe Narben Narr Narren Nase Natur Nebel Neid Nest Netz Netze Norden Not Nöte Not
Nummer Nuss Oben Ofen Ohr Ohren Oma Opa Opfer Ort Orte Osten Paar Palme Papa Papier Park Pause Pech Pein Perle Pfad
Pfade Pfand Pfeil Pferd Pferde Pflicht Pforte Pilger Plan Pläne Platz Plätze Preis Puls Punkt Qual Qualen Quelle
Quellen Rabe Rache Rad Räder Rand Ränder Rast Rat Rätsel Raub Rauch Raum Räume Rausch Recht Rede Regen Regenbogen
Reich Reife Reihe Reim Reime Reise Reisen Rest Reue Rhythmus Richtung Riese Riff Ring Ringe Riss Ritt Ritter Rock
Rose Rosen Rost Rücken Ruf Rufe Ruhe Ruhm Ruin Runde Saal Saat Sache Sachen Sack Saft Sage Saite Saiten Salz Samen
Sand Sarg Satz Sätze Schachtel Schaden Schaf Schafe Schale Schall Scham Schande Schatten Schatz Schätze Scheibe
Schein Scherben Scherz Schicht Schicksal Schiff Schiffe Schild Schimmer Schlacht Schlaf Schlag Schläge Schlamm
Schlange Schleier Schloss Schlösser Schlucht Schluss Schlüssel Schmerz Schmerzen Schmetterling Schnee Schnitt Schnur
Schock Scholle Schoß Schrank Schranken Schrei Schreie Schrift Schritt Schritte Schuh Schuhe Schuld Schulden Schule
Schulter Schultern Schutt Schutz Schwalbe Schwan Schwäche Schwanz Schwarm Schwelle Schwert Schwester Schwestern
Schwung Schwur See Seele Seelen Segel Segen Sehnsucht Seide Seil Seite Seiten Sekunde Sekunden Sicht Sieg Siege
Signal Silber Sinn Sinne Sitz Sohn Söhne Soldat Sommer Sonne Sonnen Sonntag Sorge Sorgen Spatz Speise Spiegel Spiel
Spiele Spott Sprache Sprung Sprünge Spur Spuren Stadt Städte Stall Stamm Stand Stange Stärke Staub Stein Steine
Stelle Stern Sterne Steuer Stich Stiefel Stier Stille Stimme Stimmen Stirn Stock Stoff Stolz Strafe Strahl Strahlen
Strand Straße Straßen Strauch Strauß Strecke Streit Strick Strom Ströme Stück Stücke Stufe Stufen Stuhl Stunde
Stunden Sturm Stürme Sturz Sucht Süden Sünde Sünden Tag Tage Tal Täler Tanne Tanz Tänze Tasche Taschen Tat Taten Tau
Taube Tauben Tee Teich Teil Teile Tempel Teufel Theater Thron Tiefe Tier Tiere Tinte Tisch Tische Tochter Töchter
Tod Ton Töne Topf Tor Tore Tote Traum Träume Trauer Treffen Treppe Treppen Treue Trieb Tritt Trommel Tropfen Trost
Trott Trug Truhe Tuch Tücher Tugend Tür Türen Turm Türme Übel Ufer Uhr Uhren Unglück Unrecht Urteil Vater Väter
Verdacht Verlangen Verlust Vernunft Verrat Vers Verse Versuch Vertrauen Verzeihung Vieh Vogel Vögel Volk Völker
Vorhang Waage Wache Wachs Waffe Waffen Wagen Wahl Wahn Wahnsinn Wahrheit Waise Wal Wald Wälder Wall Wand Wände
Wanderer Wange Wangen Wärme Wasser Weg Wege Weib Weide Weihnacht Wein Weise Weisheit Weite Weizen Welle Wellen Welt
Welten Wende Werk Werke Wert Wesen Westen Wette Wetter Wiege Wiese Wiesen Wille Wind Winde Winkel Winter Wirt Witz
Woche Wochen Wolf Wölfe Wolke Wolken Wonne Wort Worte Wörter Wunde Wunden Wunder Wunsch Wünsche Würde Wurf Wurm
Wurzel Wurzeln Wüste Wut Zahl Zahlen Zahn Zähne Zauber Zaun Zäune Zeichen Zeile Zeilen Zeit Zeiten Zelle Zelt Zeuge
Ziel Ziele Zimmer Zorn Zucht Zucker Zufall Zug Züge Zukunft Zunge Zweck Zweifel Zweig Zweige Zwerg Zwang
`;

const VERBS = `
achten ahnen altern ändern antworten arbeiten atmen bauen beben bedauern bedeuten begehren begleiten begrüßen
behüten beichten bekennen beklagen bereuen berühren besiegen bestehen besuchen beten betteln beugen bewachen
bewahren bewegen bezahlen bitten blasen bleiben blicken blinken blitzen blühen bluten brauchen brausen brechen
bremsen brennen bringen brüllen danken dauern decken dehnen denken deuten dienen drehen dringen drohen drücken
duften dulden dürfen ebnen ehren eilen enden entdecken entfachen entfernen entkommen entscheiden erben erfüllen
ergeben erheben erhellen erhören erinnern erkennen erklären erlauben erleben erlösen erreichen erschaffen
erschrecken erwachen erwarten erzählen essen fahren fallen falten fangen fassen fasten fehlen feiern fesseln finden
flehen fliegen fliehen fließen fluchen flüchten flüstern folgen fordern fragen freuen frieren fühlen führen füllen
funkeln fürchten geben gehen gehören geleiten gelingen genesen genießen gewinnen gewöhnen gießen glänzen glauben
gleiten glühen graben greifen grüßen halten handeln hängen hassen hauchen hauen heben heilen heißen helfen hetzen
heulen hinken hoffen holen horchen hören hüllen hungern hüpfen hüten irren jagen jubeln kämpfen kauern kaufen kehren
kennen klagen klammern klären kleben klettern klingen klopfen knien kochen kommen können kosten krachen kratzen
kreisen kriechen kriegen küssen lächeln lachen laden lassen lauern laufen lauschen läuten leben legen lehnen lehren
leiden leihen leisten leiten lenken lernen lesen leuchten lieben liegen loben locken lodern löschen lösen lügen
machen malen meiden meinen merken messen mögen müssen nagen nähen nähren naschen necken nehmen neigen nennen nicken
nutzen öffnen opfern ordnen passen pfeifen pflanzen pflegen plagen planen platzen prägen preisen pressen prüfen
quälen rasen rasten raten rauben rauchen räumen rauschen rechnen reden regnen reichen reifen reimen reisen reißen
reiten rennen retten reuen richten riechen ringen rollen rosten rufen ruhen rühren rütteln sagen sammeln säen
schaden schaffen schallen schämen schauen schaukeln scheiden scheinen scheitern schenken scheuen schicken schieben
schießen schimmern schlafen schlagen schleichen schließen schlucken schmecken schmelzen schmerzen schneiden schneien
schonen schöpfen schreiben schreien schreiten schuften schulden schützen schwanken schweben schweigen schwelgen
schwimmen schwinden schwingen schwören segeln segnen sehen sehnen sein senden senken setzen seufzen siegen singen
sinken sinnen sitzen sollen sorgen spalten sparen spazieren spenden spiegeln spielen spinnen sprechen springen
spüren stärken staunen stechen stecken stehen stehlen steigen stellen sterben stillen stimmen stocken stolpern
stören stoßen strahlen streben strecken streicheln streiten streuen strömen stürmen stürzen stützen suchen sündigen
tanzen tasten tauchen taugen taumeln tauschen teilen toben töten tragen trauen trauern träumen treffen treiben
trennen treten trinken trocknen trösten trotzen trügen tun üben umarmen verändern verbergen verbinden verblassen
verblühen verdienen vereinen verfehlen vergeben vergehen vergessen verglühen verhallen verheilen verirren verklingen
verlangen verlassen verlernen verletzen verlieren vermissen verraten versagen verschenken verschweigen versinken
versprechen verstecken verstehen vertrauen verwehen verweilen verzeihen verzichten wachen wachsen wagen wählen
wahren wandeln wandern wanken warnen warten waschen wecken wehen wehren weichen weinen weisen wenden werben werden
werfen wiegen winken wirken wissen wohnen wollen wundern wünschen wüten zagen zählen zahlen zanken zaubern zehren
zeichnen zeigen zerbrechen zerfallen zerreißen ziehen zielen zittern zögern zürnen zweifeln zwingen
`;

const OTHERS = `
ab aber acht all alle allein alles als also alt am an andere anders arm auch auf aus außen bald bange bei beide
beinah bereit besser bis bitter blass blau blind bloß bös braun breit bunt da dabei dafür daheim daher dahin damals
damit danach daneben dann daran darauf daraus darin darum das dass dein denn dennoch dicht dich dick die dir doch
dort draußen drei drin drüben du dumm dunkel dünn durch echt edel egal eh ehrlich eigen ein eines einfach einmal
einsam elf empor endlich eng er ernst erst es etwas euch ewig fad falsch fast faul feig fein fern fest feucht
finster flach fort frei fremd froh fröhlich fromm früh fünf für ganz gar geborgen gebrochen gefangen gegangen gegen
geheim geheuer gelb genau genug gerade gering gern gesehen gestern gesund gewiss gewonnen geworden glatt gleich grau
grausam grell groß grün gut halb hart heil heilig heiß heiter hell her herab heran heraus herbei herein heut heute
hier hinab hinaus hinein hinter hoch hohl hold ich ihm ihn ihr immer innen ins ist ja je jeder jedoch jemals jemand
jener jetzt jung kahl kalt kaputt kaum kein keiner klar klein klug knapp komm krank krumm kühl kurz lahm lang
langsam lau laut leer leicht leis leise letzt lieb lila links los lose mal manchmal matt mehr mein meist mich mild
mir mit müde munter mutig nach nackt nah nass neben nein neu neun nicht nichts nie nieder niemals niemand nimmer
noch nun nur ob oben oder offen oft ohne reich reif rein rot rund sacht sanft satt sauber schal scharf schief schlau
schlecht schlicht schlimm schmal schmerzlich schnell schon schön schräg schräger schrill schuld schwach schwarz
schwer sechs sehr seit selbst selten seltsam sich sicher sie sieben so sofort sogar sonst spät stark starr statt
steil stets still stolz stumm stumpf süß tausend tief toll tot träge traurig treu trocken trotz trüb trunken über
überall um und uns unten unter verboten verborgen vergangen vergebens verlegen verloren verstummt viel vielleicht
vier voll vom von vor voran voraus vorbei vorn vorüber wach wahr wann war warm warum was weg weh weich weil weise
weiß weit wem wen wenig wenn wer wie wieder wild willkommen wir wo woher wohin wohl wund wunderbar wund zart zehn zu
zuletzt zum zumal zurück zusammen zwar zwei zwischen zwölf bin bist sind seid war warst wart waren wäre hab habe
hast hat habt hatte hatten hätte gehabt gewesen kann kannst könnt konnte könnte muss musst müsst musste müsste will
willst wollt wollte soll sollst sollte mag magst mochte möchte darf darfst durfte weiß weißt wusste wüsste werd wird
wirst wurde würde tu tut tat täte getan ging gingst gegangen kam kamst käme gekommen sah sahst sähe gab gabst
gegeben nahm genommen stand gestanden fand fänd gefunden band gebunden sang gesungen trank getrunken sank versunken
klang geklungen sprang gesprungen schwamm zwang gezwungen rann zerrann gewann begann begonnen brach gebrochen sprach
gesprochen versprochen traf getroffen starb gestorben warf geworfen half geholfen lag gelegen saß gesessen las
gelesen aß gegessen vergaß blieb geblieben schrieb geschrieben schrie geschrien schien geschienen stieg gestiegen
schwieg geschwiegen ritt geritten litt gelitten schnitt geschnitten stritt gestritten griff begriff begriffen ließ
gelassen hieß lief gelaufen rief gerufen schlief geschlafen fiel gefallen hielt gehalten fing gefangen trug getragen
fuhr gefahren wuchs gewachsen schlug geschlagen lud zog gezogen flog geflogen floh geflohen bog gebogen log gelogen
betrog betrogen verlor fror gefroren floss geflossen schoss geschlossen goss genoss genossen brannt gebrannt
verbrannt kannt gekannt erkannt nannt genannt rannt gerannt verwandt gesandt bracht gebracht dacht gedacht gedachte
wacht erwacht verzieh verziehn verziehen gedieh lieh bat gebeten trat getreten gesehn geschehn verstehn verstand
verstanden entstanden gestehn gestand
`;

/** A word as it is written, and whether it is one of those above rather than a form of one. */
export interface GermanWord {
  readonly word: string;
  readonly common: boolean;
}

const listed = (words: string): string[] => words.trim().split(/\s+/);

/** All of them, each once. */
export function germanWords(): readonly GermanWord[] {
  const given = [...listed(NOUNS), ...listed(VERBS), ...listed(OTHERS)];
  const made = listed(VERBS).flatMap(formsOf);
  const common = new Set(given);
  return [...new Set([...given, ...made])].map((word) => ({ word, common: common.has(word) }));
}

/**
 * The forms that regular verbs and the present of most others have: "ich leb", "lebe", "er lebt", "du lebst". Verbs
 * whose vowel changes are left with the first two, which all have.
 */
function formsOf(verb: string): string[] {
  if (/(el|er)n$/.test(verb)) return [`${verb.slice(0, -1)}t`, `${verb.slice(0, -1)}te`];
  const stem = verb.replace(/en$/, '');
  if (stem === verb || STRONG.has(verb)) return stem === verb ? [] : [`${stem}e`];
  const e = /([td]|[^lrh aeiouäöü][mn])$/.test(stem) ? 'e' : '';
  const prefixed =
    /^(be|ge|er|ver|zer|ent|miss)/.test(verb) &&
    !/^(beten|betteln|beben|beugen|beichten|erben|geben|gehen)$/.test(verb);
  return [
    `${stem}e`,
    `${stem}${e}t`,
    `${stem}${e}te`,
    ...(/[szßx]$/.test(stem) ? [] : [`${stem}${e}st`]),
    ...(prefixed ? [] : [`ge${stem}${e}t`]),
  ];
}

/** Verbs whose forms are listed where they are wanted. */
const STRONG = new Set(
  listed(`
  bitten blasen bleiben brechen brennen bringen denken dürfen entkommen entscheiden ergeben erheben erkennen
  erschaffen essen fahren fallen fangen finden fliegen fliehen fließen frieren geben gehen gelingen genesen genießen
  gewinnen gießen gleiten graben greifen halten hängen heben heißen helfen kennen klingen kommen können kriechen
  laden lassen laufen leiden leihen lesen liegen lügen meiden messen mögen müssen nehmen nennen pfeifen raten reißen
  reiten rennen riechen ringen rufen scheiden scheinen schieben schießen schlafen schlagen schleichen schließen
  schmelzen schneiden schreiben schreien schreiten schweigen schwimmen schwinden schwingen schwören sehen sein
  senden singen sinken sinnen sitzen sollen sprechen springen stechen stehen stehlen steigen sterben stoßen streiten
  tragen treffen treiben treten trinken trügen tun verbergen verbinden vergeben vergehen vergessen verklingen
  verlassen verlieren verraten verschweigen versinken versprechen verstehen verzeihen wachsen waschen weichen weisen
  wenden werben werden werfen wiegen wissen wollen zerbrechen zerfallen zerreißen ziehen zwingen bekennen bestehen`),
);
