/**
 * English words that people use every day and sing of, written for Attune: they come first among rhymes. Forms of them
 * that the dictionary has (-s, -ed, -ing, -er, -ly) count as common too.
 */
const WORDS = `
a about above accept ache across act add afraid after again against age ago agree ahead air alive all almost alone
along already always am among an and angel anger angry another answer any anybody anymore anyone anything anyway
apart apology apple arm around arrive art as ash ashamed ask asleep at autumn away awake baby back bad bag ball band
bank bar bare bark base bath be beach bear beast beat beautiful beauty became because become bed bee been before beg
began begin behind being believe bell belong below bend beneath beside best bet betray better between beyond big
bill bird birth bit bite bitter black blame blanket bleed bless blind block blood bloom blow blue boat body bold
bomb bond bone book boot border bored born borrow both bottle bottom bound bow bowl box boy brain branch brave bread
break breakfast breast breath breathe breeze brick bride bridge bright bring broke broken brother brought brown
bruise build building bullet bundle burden burn bus bush business busy but butter butterfly buy by cage cake call
calm came camp can candle cannot car card care careful carry case castle cat catch cause cave cell chain chair
chance change chapter charm chase cheap cheat cheek cheer chest child childhood children chill choice choir choose
chorus church circle city class clay clean clear clever climb clock close closer clothes cloud coast coat coffee
cold color come common complete control cool cope corner cost could count country couple courage course cover crack
cradle crash crawl crazy cream creep crime cross crowd crown cruel crush cry cup cure curse curtain cut dad damage
dance danger dare dark darkness daughter dawn day dead deal dear death debt deceive decide deep deer deny depend
desert deserve desire despair devil did die difference different dig dinner dirt dirty disappear distance dive do
doctor does dog done door doubt dove down drag drain drank draw dream dress drew drift drink drive drop drove drown
drum drunk dry due dull dumb during dust each ear early earn earth ease east easy eat echo edge eight either else
embrace ember empty end endless enemy enough enter escape even evening ever every everybody everyone everything
everywhere evil excuse eye face fact fade fail failure fair faith fake fall false fame family far farm fast fat fate
father fault fear feather fed feed feel feeling feet fell felt fence fever few field fierce fight fill final find
fine finger finish fire first fish fit five fix flag flame flash flat flesh flew flight float flood floor flow
flower fly fog fold follow fool foot for forest forever forget forgive forgiven forgot forgotten form forth fortune
forward fought found four frame free freedom freeze fresh friend friendship frightened from front frost frozen fruit
full fun funny future gain game garden gate gather gave gentle get ghost gift girl give glad glance glass glory glow
go goal god gold golden gone good goodbye got grace grain grandma grandpa grass grateful grave gray great green grew
grey grief grind grip ground group grow growth guard guess guest guide guilt guilty guitar gun guy had hair half
hall hand handle hang happen happiness happy harbor hard harm has hat hate haunt have he head heal health hear heard
heart heat heaven heavy height held hell hello help her here hero hers herself hey hid hidden hide high hill him
himself his history hit hold hole holiday hollow holy home honest honesty honey honor hope horse hospital hot hotel
hour house how hug human humble hundred hunger hungry hunt hurricane hurry hurt husband I ice idea if ill imagine in
inch inside instead into iron is island it its itself jacket jail jealous job join joke journey joy judge jump just
justice keep kept key kick kid kill kind kindness king kiss kitchen knee kneel knew knife knock know known lace
ladder lady laid lake lamp land lane language large last late laugh laughter law lay lazy lead leaf lean learn least
leave led left leg lemon lend less lesson let letter level liar lie life lift light lightning like limit line lion
lip list listen little live load lock lonely long longer longing look loose lord lose loss lost lot loud love lover
low luck lucky lullaby lung lying machine mad made magic make man many map march mark marry mask master matter may
maybe me mean meaning meant measure meat medicine meet melody melt memory men mend mercy mess message met middle
midnight might mile milk mind mine minute miracle mirror miss mist mistake moment money monster month mood moon more
morning most mother mountain mouth move movie much mud music must my myself mystery name narrow near neck need
neighbor neither nest never new news next nice night nine no nobody noise none nor north nose not note nothing
notice now number numb ocean of off offer often oh old on once one only open or orange order other our ours
ourselves out outside over owe own pack page paid pain paint pair pale palm paper paradise pardon parents park part
party pass past patch path patience pause pay peace pen people perfect perhaps person phone piano picture piece pile
pill pillow pilot pink place plain plan plane plant play please pleasure plenty pocket poem point poison poor porch
possible pour power practice praise pray prayer precious present press pretend pretty price pride prison prize
promise proof proud prove pull pulse pure push put puzzle queen question quick quiet quit quite race radio rage rail
rain rainbow raise ran reach read ready real really reason receive record recover recovery red regret rejoice
release remain remember remind repair reply rescue rest return rhyme rhythm ribbon rich ride right ring ripe rise
rising risk river road roam roar rock roll roof room root rope rose rough round row rude rug ruin rule run rush rust
sad sadness safe said sail saint sake salt same sand sang sat save saw say scar scare scared scatter school scream
screen sea search season seat second secret see seed seek seem seen self sell send sense sent serve set settle seven
several shade shadow shake shall shame shape share sharp shatter she shed sheep shelter shift shine ship shirt
shiver shock shoe shook shore short shot should shoulder shout show shut shy sick side sigh sight sign silence
silent silk silver simple sin since sing singer single sink sister sit six size skin sky sleep sleepless slip slow
small smart smell smile smoke smooth snake snow so soap sober soft soil sold soldier some somebody someday somehow
someone something sometimes somewhere son song soon sore sorrow sorry sort soul sound south space spark speak
special speed spell spend spent spin spirit split spoke spoken spoon spot spread spring stage stain stair stand star
stare start station stay steady steal steam steel steep step stick still sting stole stone stood stop store storm
story straight strange stranger stray stream street strength stretch strike string strong struggle stuck student
stupid such sudden suddenly sugar suit summer sun sunday sunlight sunrise sunset sunshine sure surface surrender
surprise swallow swan swear sweat sweet swim swing sword table take tale talk tall tame taste taught tea teach
teacher tear tears teeth tell temple ten tender terrible test than thank that the their them themselves then there
these they thick thief thin thing think third thirst thirsty this those though thought thousand thread three threw
throat through throw thunder ticket tide tie tiger tight till time tiny tire tired to today together told tomorrow
tongue tonight too took tooth top torn toss touch tough toward tower town toy trace track trade train trap travel
treasure treat tree tremble trick tried trip trouble true trust truth try tune tunnel turn twelve twenty twice twist
two ugly under understand undo undone unfold unless unspoken until up upon upset us use useless usual vain valley
value very view village violin voice vow wage wait wake walk wall wander want war warm warning wash waste watch
water wave way we weak weapon wear weary weather wedding weed week weep weight welcome well went were west wet what
wheat wheel when where whether which while whisper white who whole whom whose why wicked wide widow wife wild will
win wind window wine wing winner winter wire wisdom wise wish with within without woke woman women wonder wood wool
word wore work world worn worry worse worst worth worthy would wound wrap wreck write writing written wrong wrote
yard yeah year yearn yellow yes yesterday yet you young your yours yourself youth zero ain't aren't can't couldn't
didn't doesn't don't hadn't hasn't haven't he'd he'll i'd i'll i'm i've isn't let's shouldn't they'd they'll they're
they've wasn't we'd we'll we're we've weren't who'd who'll won't wouldn't you'd you'll you're you've it'll it'd
that'll ain't
`;

export const COMMON_WORDS: ReadonlySet<string> = new Set(
  WORDS.trim()
    .split(/\s+/)
    .map((word) => word.toLowerCase()),
);

/** Whether a word is one of them, or a plain form of one. */
export function isCommon(word: string): boolean {
  if (COMMON_WORDS.has(word)) return true;
  const stems = [
    word.replace(/s$/, ''),
    word.replace(/es$/, ''),
    word.replace(/ies$|ied$|ier$|iest$|ily$/, 'y'),
    word.replace(/(ed|ing|er|est|ly)$/, ''),
    word.replace(/(ed|ing|er|est)$/, 'e'),
    word.replace(/(.)\1(ed|ing|er|est)$/, '$1'),
  ];
  return stems.some((stem) => stem !== word && stem.length > 2 && COMMON_WORDS.has(stem));
}
