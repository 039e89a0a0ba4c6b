/**
 * German words, divided by hand as they are sung: each vowel of "Fa-mi-li-e" and "Na-ti-on" has a note, and a single
 * vowel at the edge of a word is a syllable too. Everyday words, compounds, prefixes before vowels, vowels that meet,
 * foreign words, silent letters.
 */
const WORDS = `
A-bend A-ben-teu-er A-bend-brot A-ben-de A-del A-der A-ka-de-mie Ak-ti-on Ak-ti-e al-lein Al-lee Al-le-en All-tag
al-lent-hal-ben Al-ko-hol al-ko-ho-lisch Al-pen Al-ter A-mei-se Am-pel Angst Ängs-te ängst-lich An-fang an-fan-gen
an-ge-nehm An-ker an-ders An-kunft An-na-me an-statt Ant-wort ant-wor-ten Ap-fel Ap-fel-baum A-po-the-ke Ap-pe-tit
Ap-ril Ar-beit ar-bei-ten Ar-beits-tag Är-ger är-ger-lich arm Ar-mee Ar-me-en Ar-mut Arzt Ärz-te Ärz-tin A-sche
A-si-en Ast At-las A-tem at-men A-the-ist auf Auf-bruch auf-ge-regt auf-hö-ren auf-ste-hen Au-ge Au-gen-blick
Au-gust aus Aus-flug Aus-gang Au-ßen-sei-ter äu-ßer-lich Aus-tra-li-en aus-wen-dig Au-to Au-tor Au-to-rin Ba-by Bach
Bä-cker Bä-cke-rei Bad Bahn-hof Ba-jo-nett Bal-kon Ball Bal-la-de Ba-na-ne Band Ban-de Bank Bär Ba-ri-ton Bart Bauch
Bau-er Bäu-e-rin Baum Bäu-me Bau-stel-le Bay-ern Be-am-ter be-ant-wor-ten be-dau-ern be-deu-ten be-ei-len
be-ein-dru-cken be-en-den be-er-di-gen Bee-re Beet be-geg-nen Be-geg-nung be-gei-stert Be-ginn be-hal-ten be-hut-sam
Bei-fall Bein bei-nah be-in-hal-ten Bei-spiel bei-ßen be-kom-men Bel-gi-en Bel-gi-er be-lie-big be-o-bach-ten
be-quem Berg be-reit be-reu-en Be-ruf be-rühmt be-ru-hi-gen be-schei-den Be-sitz be-son-ders bes-ser Be-such be-ten
Beu-te be-un-ru-hi-gen be-ur-tei-len be-weg-lich Be-weis be-wusst be-zah-len Bi-bel Bi-bli-o-thek Bie-ne Bier Bild
Bil-dung Bi-o-lo-gie Bir-ne bit-ten bit-ter Bla-ma-ge blau blei-ben Blei-stift Blick blü-hen Blu-me Blu-men-strauß
Blut Bo-den Boot bö-se Brand brau-chen braun brem-sen bren-nen Brief Bril-le brin-gen Brot Brü-cke Bru-der Brun-nen
Brust Buch Bü-che-rei Buch-sta-be Bü-gel-ei-sen Büh-ne bunt Burg Bü-ro Bus But-ter Ca-fé Chan-ce Cha-os Cha-rak-ter
Chef Che-mie Chi-na Chi-rurg Chor Christ Christ-baum Clown Com-pu-ter Coach Cou-ra-ge Cou-sin da-bei Dach Da-ckel
da-heim da-mals Da-me Damm Dampf da-nach Dank dank-bar da-rauf da-rin das Da-tum dau-ern De-cke Deich dein
De-li-ka-tes-se De-mo-kra-tie den-ken Denk-mal Deutsch-land De-zem-ber Di-a-lekt Di-a-log Di-ät Dich-ter dick Dieb
Dienst Diens-tag Dik-tat Ding di-rekt Dok-tor Don-ner-stag doof Dorf Dorn drau-ßen dre-hen drei drei-ßig drin-gend
Dro-ge Dro-gen-be-ra-tung Druck Du-ell Duft dumm dun-kel Dun-kel-heit dünn durch-ei-nan-der Durst durs-tig E-be-ne
E-cho echt E-cke e-del e-gal E-he ehr-lich Ei-che Eid Ei-er ei-fer-süch-tig ei-gen Ei-le ei-lig ein ei-nan-der
ein-fach ein-mal Ein-sam-keit eins Eis Ei-sen-bahn E-lan E-le-fant e-le-gant e-lend elf El-tern E-mo-ti-on
emp-find-lich En-de End-lich-keit e-ner-gisch Eng-land En-gel En-kel ent-de-cken En-te ent-schei-den
ent-schul-di-gen er-eig-nen Er-eig-nis er-in-nern Er-in-ne-rung Er-de er-zäh-len Er-zie-hung E-sel es-sen E-ta-ge
et-was eu-er Eu-le Eu-ro Eu-ro-pa eu-ro-pä-isch e-wig E-wig-keit Ex-a-men ex-pli-zit Fa-brik Fa-den fah-ren Fahr-rad
Fall fal-len falsch fal-ten Fa-mi-li-e Fa-mi-li-en fan-gen Far-be far-big Fa-schis-mus Faust Fe-bru-ar Fe-der Fee
Fe-en feh-len Feh-ler Fei-er fei-ern fein Feind Feld Fens-ter Fe-ri-en fern Fest Feu-er Feu-er-wehr Fi-bel Fie-ber
Film fi-nan-zi-ell fin-den Fin-ger fins-ter Fir-ma Fisch flach Flam-me Fla-sche Fleisch flei-ßig Flie-ge flie-gen
flie-ßen Floh Flug-zeug Flü-gel Fluss flüs-tern Flut Fo-li-e Form For-mel For-schung Fo-to Fra-ge fra-gen Frau
Frau-en frei Frei-heit Frei-tag fremd Freu-de freu-en Freund Freun-din Freund-schaft Frie-den frie-ren froh
fröh-lich Frosch Frost Frucht früh Früh-ling früh-stü-cken Fuchs füh-len füh-ren Füh-rer-schein fül-len fünf Fun-ke
Furcht Fuß Fuß-ball Gar-ten Ga-ra-ge Gas Gas-se Gast Ge-bäu-de ge-ben Ge-bet Ge-bir-ge ge-bo-ren Ge-burts-tag
Ge-dan-ke Ge-dicht ge-duld-ig ge-ehrt ge-eig-net Ge-fahr ge-fal-len Ge-fäng-nis Ge-fühl ge-gan-gen ge-gen
Ge-gen-wart ge-heim Ge-heim-nis ge-hen Geh-weg Gei-ge Geist Geiz gelb Geld Ge-lieb-te Ge-mein-schaft Ge-mü-se ge-nau
Ge-nie ge-nie-ßen Ge-o-gra-phie ge-ra-de Ge-räusch ge-recht Ge-ruch Ge-sang Ge-schäft Ge-schich-te Ge-schwis-ter
Ge-sell-schaft Ge-sicht Ge-spräch ges-tern ge-sund Ge-sund-heit Ge-walt Ge-wis-sen Ge-wit-ter ge-wöhn-lich ge-übt
Gi-tar-re Glanz Glas glau-ben gleich Glo-cke Glück glück-lich Glüh-bir-ne Gold Gott Grab Gras grau-sam Gren-ze
grie-chisch groß Groß-el-tern Groß-mut-ter grün Grund Grup-pe Gruß Gu-ru gut Gym-nas-tik Gym-na-si-um Haar ha-ben
Ha-fen Hahn halb Hals hal-ten Ham-mer Hand Han-dy hän-gen Har-fe hart Ha-se Hass häss-lich Haus Häu-ser
Haus-auf-ga-be Haus-tür Haut he-ben Heft hei-len Heim Hei-mat heim-lich hei-ra-ten heiß hei-ßen hei-ter hel-fen hell
Hemd He-ro-in her-aus Herbst her-ein Herr herr-lich Herz herz-lich heu-len heu-te He-xe hier Hil-fe Him-mel hi-naus
hi-nein hin-ter His-to-ri-ker hoch Hoch-zeit hof-fen Hoff-nung hö-her Höh-le Höl-le Ho-nig hö-ren Ho-ri-zont Ho-se
Ho-tel Hund hun-dert Hun-ger hung-rig Hut Hy-gi-e-ne ich I-dee I-de-en I-dol I-gel ihr im-mer In-di-en
in-dus-tri-ell In-ge-ni-eur In-sel in-te-res-sant In-ter-view Ir-land irr I-ra-ner I-ta-li-en I-ta-li-e-ner ja
Ja-cke Jagd Jahr Jah-res-zeit Ja-nu-ar je-der je-mand jetzt Job Jo-gurt Ju-bi-lä-um ju-beln Ju-gend Ju-li jung
Jun-ge Ju-ni Jus-tiz Kaf-fee Kä-fig Kai-ser Ka-kao kalt Käl-te Ka-mel Ka-me-ra kämp-fen Ka-nal Ka-pi-tän ka-putt
Kar-ri-e-re Kar-te Kar-tof-fel Kä-se Kas-ta-ni-e Ka-ta-stro-phe Kat-ze kau-fen kaum kein Kel-ler ken-nen Ker-ze
Ket-te Kind Kin-der-gar-ten Ki-no Kir-che Kir-sche Kis-sen Kla-ge Klang klar Klas-se Kla-vier kle-ben Kleid klein
Klei-nig-keit klet-tern klin-gen Klo klug Knie kni-en Ko-ka-in Koch ko-chen Koh-le Kol-le-ge kom-men Kom-pli-ment
Kö-nig Kö-ni-gin kön-nen Kon-zert Ko-o-pe-ra-ti-on ko-or-di-nie-ren Kopf Korb Kör-per kos-ten Kraft kräf-tig krank
Kran-ken-haus Kraut Kreis Kreuz krie-gen Krie-ger Kri-se Kri-tik Kro-ne Kü-che Ku-chen Ku-gel Kuh Kü-he kühl Kum-mer
Kunst Künst-ler kurz Kuss küs-sen Küs-te lä-cheln la-chen La-den Lam-pe Land lang lang-sam Lärm las-sen Last
La-ter-ne lau-fen Lau-ne laut le-ben Le-ben-di-ges Le-der leer Leh-rer Leh-re-rin leicht leid lei-der Lei-ne lei-se
Lek-ti-on ler-nen le-sen leuch-ten Leu-te Licht lieb Lie-be lie-ben Lied lie-gen Li-li-e Li-mo-na-de Li-ni-e links
Lip-pe Lis-te lo-ben Loch Löf-fel Lo-gik Lohn lö-schen lo-yal Lö-we Lü-cke Luft Lü-ge lus-tig ma-chen Macht Mäd-chen
Ma-gie Mai ma-len Mal-ve Ma-ma Mann Män-tel Mär-chen Mar-me-la-de März Ma-schi-ne Mas-ke Maß Ma-the-ma-tik Mau-er
Maus Mäu-se me-cha-nisch Me-di-zin Meer mehr mein Mei-nung Me-lo-die Me-lo-di-en Mensch mensch-lich mer-ken Mes-ser
Me-ter Mi-cha-el Milch Mil-li-on Mi-nu-te Mit-leid mit-neh-men Mit-tag Mit-ter-nacht Mitt-woch Mo-bi-li-ar mo-dern
mö-gen mög-lich Mo-ment Mo-nat Mond Mon-tag mor-gen Mo-sa-ik Mo-tor mü-de Mü-he Mund Mün-ze Mu-se-um Mu-sik
Mu-si-ker müs-sen Mut mu-tig Mut-ter Müt-ze My-the Nach-bar nach-denk-lich Nach-mit-tag Nacht Nach-ti-gall Na-del
Na-gel nah Nä-he nä-hen Na-me nass na-iv Na-se Na-ti-on na-ti-o-nal Na-tur na-tür-lich Ne-bel ne-ben Nef-fe neh-men
Neid nein nen-nen nett Netz neu neu-gie-rig neun Neu-ron nichts nie-der nie-mand Ni-veau No-vem-ber nüch-tern Nuss
ob O-bo-e Obst O-fen of-fen öff-nen oft oh-ne Ohr Ok-to-ber Öl O-ma On-kel O-per Op-fer O-ran-ge Or-gel O-ri-ent Ort
Os-tern Ost-see O-ze-an paar Pa-ket Pa-pa Pa-pier Pa-ra-dies Park Par-tei Pass pas-sen Pa-ti-ent Pau-se Pech Per-son
Pe-ter-si-li-e Pfad Pfar-rer Pfef-fer Pfei-fe Pferd Pflan-ze Pflas-ter pfle-gen Pflicht pflü-cken Pfund
Phi-lo-so-phie Pi-a-no pi-cken Pi-lot Pil-ze Pin-sel Plan Platz plötz-lich Po-e-sie Po-et Po-li-tik Po-li-zei
Pom-mes Port-mo-nee Post Pra-li-ne Preis Prinz Prin-zes-sin Prob-lem Pro-te-in Prü-fung Psy-cho-lo-gie Pub-li-kum
Pul-ver Punkt Pup-pe qua-ken Qual Qua-li-tät Quatsch Quel-le quer quiet-schen Ra-be Ra-che Rad Ra-di-o rau-chen Raum
Räu-me rau-schen Re-ak-ti-on rech-nen recht re-den re-ell Re-gal Re-gen Re-gen-bo-gen reg-nen reich rei-fen Rei-he
Reim rein Rei-se rei-sen Re-la-ti-on re-la-tiv Re-li-gi-on ren-nen Res-tau-rant ret-ten Re-ue Re-vo-lu-ti-on
Rhyth-mus rich-tig rie-chen Rie-se Ring Rit-ter Rock Ro-man Ro-se rot Ru-cken Ruf ru-fen Ru-he ru-hig Ru-i-ne
ru-i-nie-ren rund Rüs-sel Russ-land Sa-che Saft sa-gen Sa-lat Salz sam-meln Sams-tag Sand sanft Sän-ge-rin Satz
sau-ber Schach Scha-de Schaf schaf-fen Schal Scham scharf Schat-ten Schatz schau-en Schau-spie-ler schei-nen
schen-ken Sche-re Schiff schimp-fen Schlaf schla-fen Schlag Schlan-ge schlau schlecht Schlei-er schlie-ßen schlimm
Schloss Schluss Schlüs-sel schme-cken Schmerz Schmet-ter-ling Schnee Schnee-eu-le schnei-den schnell Scho-ko-la-de
schon schön Schön-heit Schrank Schreck schrei-ben schrei-en schrie-en Schritt Schuh Schuld Schu-le Schul-ter
Schüs-sel schwach Schwal-be schwarz schwei-gen Schwein schwer Schwes-ter schwie-rig schwim-men sechs See See-le
Se-en Se-gel se-hen Sehn-sucht sehr Sei-de Seil sein Sei-te Se-kun-de sel-ber sel-ten selt-sam Sep-tem-ber Se-ri-e
Ses-sel si-a-me-sisch sie-ben Sieg sin-gen Sinn Sitz Skan-dal Ski so-e-ben So-fa so-gar Sohn Sol-dat Som-mer
son-der-bar Son-ne Sonn-tag Sor-ge Spa-ni-en Spa-ni-er spa-ren Spaß spät spa-zie-ren Spe-zi-ell Spie-gel Spiel
spie-len Spin-ne Sport Spra-che spre-chen sprin-gen Spur spü-ren Staat Stadt Stamm stark statt Sta-tu-e Staub
ste-hen stei-gen Stein Stel-le Stern Steu-er still Stim-me Stock stolz Stra-ße Stra-ßen-bahn Strauß Streit streng
Stroh Strom Stück Stu-dent Stu-di-e Stuhl stumm Stun-de Sturm su-chen Sucht süch-tig Sün-de Sup-pe süß Sym-bol
Sym-pa-thie Sys-tem Ta-bu Tag täg-lich Tal Tan-te Tanz tan-zen Ta-sche Tas-se Tat Tau-be tau-send Ta-xi Team
Tech-nik Tee Teich Teil Te-le-fon Tel-ler Tem-pel Tep-pich teu-er Teu-fel The-a-ter The-ma Thron tief Tier Ti-ger
Tisch Toch-ter Tod Toi-let-te toll To-ma-te Ton Topf Tor Tor-te tot tra-gen Trä-ne Trau-er trau-rig Traum träu-men
Trep-pe treu trin-ken tro-cken Trom-mel Trost trotz-dem Tuch tun Tür Turm Ty-pisch ü-ben ü-ber ü-ber-all ü-ber-ein
U-fer Uhr Uk-ra-i-ne um um-ar-men un-be-ein-druckt un-ge-heu-er Un-glück U-ni-ver-si-tät un-ten Un-ter-richt
un-ter-wegs Ur-laub Va-ter Ve-ge-ta-ri-er ver-än-dern ver-ges-sen Ver-gan-gen-heit ver-lie-ben ver-lie-ren Ver-nunft
Vers ver-ste-hen Ver-trau-en ver-zei-hen viel viel-leicht vier Vi-o-li-ne Vo-gel Volk voll von vor vor-bei
vor-sich-tig Vul-kan Waa-ge wach wach-sen Waf-fe Wa-gen Wahl wahr Wahr-heit Wald Wand wan-dern war-ten wa-rum was
wa-schen Was-ser we-cken Weg weg-ge-hen Weih-nach-ten Wein wei-nen weiß weit Wel-le Welt we-nig wer-den wer-fen
Wet-ter wich-tig wie-der Wie-der-se-hen Wie-ge Wien Wie-se Wil-le Wind Win-ter wir wis-sen Wit-we wo-hin woh-nen
Wol-ke Wort Wun-de wun-der-bar Wunsch Wür-de Wur-zel Wüs-te wü-tend Yo-ga Zahl Zahn Zan-ge zart Zau-ber Zaun
Zei-chen zei-gen Zeit Zei-tung Zelt Zeug Zie-ge zie-hen Ziel Zim-mer Zi-tro-ne Zoo Zo-o-lo-ge Zorn zu-erst Zu-cker
Zu-fall zu-frie-den Zug Zu-hau-se Zu-kunft Zun-ge zu-rück zu-sam-men Zwei-fel zwin-gen zwi-schen zwölf
`;

/** A word, and how many syllables it has. */
export const GERMAN_HYPHENATED: readonly { readonly word: string; readonly syllables: number }[] =
  WORDS.trim()
    .split(/\s+/)
    .map((parts) => ({ word: parts.replaceAll('-', ''), syllables: parts.split('-').length }));
