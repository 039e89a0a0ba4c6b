import { Gain, type BaseContext, type InputNode } from './tone.ts';
import type { CrossfadePlan } from '../../engine/index.ts';
import { Deck, ownSpeed, type DeckSnapshot } from './deck.ts';
import { fadeCurves } from './fade-curves.ts';
import type { Score } from './modules/index.ts';
import { seedOf } from './random.ts';
import type { RecordingBank } from './recordings.ts';
import { Rooms } from './rooms.ts';
import { ratioOf, type Glide } from './tempo.ts';
import { TrackDeck, type TrackSnapshot } from './track-deck.ts';
import type { Track } from './track.ts';
import { transpositionOf } from './transposition.ts';

/** Decks that may sound at once; one more cuts the quietest. */
const MOST_DECKS = 3;
/** Seconds between a command and its first sample: a change that began in the past would jump. */
export const LEAD_S = 0.02;
/** Seconds in which the sound comes back in a new context. */
const JOIN_S = 0.15;
/** Seconds in which a deck that must make room fades out. */
const MAKE_ROOM_S = 0.05;

interface MixerOptions {
  readonly seed: number;
  readonly output: InputNode;
  readonly bank: RecordingBank;
  /** Number of the phrase at which each module goes on when it comes again; kept up to date. */
  readonly played: Map<string, number>;
}

/** A change that was asked for. */
interface Fade {
  /** Absent: into silence. */
  readonly music: Score | Track | undefined;
  readonly plan: CrossfadePlan;
  readonly at: number;
}

/** The mixer at a moment, so that another context can carry on from it. Times in seconds from that moment. */
export interface MixerSnapshot {
  readonly decks: readonly (DeckSnapshot | TrackSnapshot)[];
  /** Absent: none is planned or under way. One that has begun has its `at` in the past. */
  readonly fade?: Fade;
}

type AnyDeck = Deck | TrackDeck;

/** Decks in the same rooms: each deck's fader → dry and shared rooms → `master`. Times in seconds of the context. */
export class Mixer {
  readonly master: Gain;
  readonly #context: BaseContext;
  readonly #options: MixerOptions;
  readonly #rooms: Rooms;
  readonly #transposition: number;
  #decks: AnyDeck[] = [];
  #fade: Fade | undefined;

  constructor(context: BaseContext, options: MixerOptions) {
    this.#context = context;
    this.#options = options;
    this.master = new Gain({ context, gain: 1 }).connect(options.output);
    this.#rooms = new Rooms(context, this.master);
    this.#transposition = transpositionOf(options.seed);
  }

  /** When the plan's fade may begin: `earliest`, or the next phrase of the loudest deck. */
  beginOf(plan: CrossfadePlan, earliest: number): number {
    const loudest = this.#loudestFirst(earliest)[0];
    return plan.begin === 'phrase' && loudest
      ? Math.max(earliest, loudest.phraseFrom(earliest).at)
      : earliest;
  }

  /**
   * Fades from whatever sounds at `at` to the score or track; to silence where there is none. Fades under way are
   * held at their gains of that moment and taken over.
   */
  fadeTo(music: Score | Track | undefined, plan: CrossfadePlan, at: number): void {
    this.#fade = { music, plan, at };
    this.#dropUnheard(at);
    const leaving = [...this.#decks];
    const score = music && 'parts' in music ? music : undefined;
    const track = music && 'buffer' in music ? music : undefined;
    const target = score ? this.#deckFor(score, plan, at) : track && this.#trackDeckFor(track, plan, at);
    if (score && plan.begin === 'phrase')
      for (const deck of leaving)
        if (deck !== target && deck instanceof Deck)
          deck.glideFrom(glideTo(deck, ownSpeed(score, plan.to), { at, overS: plan.durationS }).own);
    const from = this.#decks.map((deck) => deck.gainAt(at));
    const curves = fadeCurves(plan.curve, from, target && this.#decks.indexOf(target));
    this.#decks.forEach((deck, i) => {
      deck.fade.gain.cancelAndHoldAtTime(at).setValueCurveAtTime(curves[i]!, at, plan.durationS);
      deck.endsAt = deck === target ? Infinity : at + plan.durationS;
    });
  }

  /** Fills the audio clock for the next seconds, and gives back what has ended. */
  schedule(aheadS: number): void {
    const now = this.#context.currentTime;
    for (const deck of this.#decks) deck.scheduleUntil(now + aheadS);
    for (const deck of this.#decks.filter(({ endsAt }) => endsAt < now)) this.#remove(deck);
  }

  /** Everything to exactly 0 by `at + seconds`. */
  hush(at: number, seconds: number): void {
    this.master.gain.cancelAndHoldAtTime(at).linearRampToValueAtTime(0, at + seconds);
    for (const deck of this.#decks) deck.endsAt = at;
  }

  snapshot(time: number): MixerSnapshot {
    const fade = this.#fade;
    return {
      decks: this.#decks.map((deck) => deck.snapshot(time)).filter(({ gain }) => gain > 0),
      ...(fade && fade.at + fade.plan.durationS > time && { fade: { ...fade, at: fade.at - time } }),
    };
  }

  /**
   * Goes on at `at` with what another mixer did: the same phrases, the same
   * place in the fade. For a mixer with no deck.
   */
  restore({ decks, fade }: MixerSnapshot, at: number): void {
    this.master.gain.setValueAtTime(0, at).linearRampToValueAtTime(1, at + JOIN_S);
    for (const snapshot of decks) {
      const deck =
        'glide' in snapshot
          ? this.#resume(snapshot, at)
          : this.#addTrack({ ...snapshot, track: snapshot.music, at });
      deck.fade.gain.setValueAtTime(snapshot.gain, at);
    }
    if (!fade) return;
    const { music, plan } = fade;
    if (fade.at >= 0) this.fadeTo(music, plan, at + fade.at);
    else this.fadeTo(music, { ...plan, begin: 'now', durationS: plan.durationS + fade.at }, at);
  }

  dispose(): void {
    for (const deck of this.#decks) this.#remove(deck);
    if (this.#context.isOffline) return;
    this.#rooms.dispose();
    this.master.dispose();
  }

  #deckFor(score: Score, { to: cue, begin, durationS }: CrossfadePlan, at: number): Deck {
    const same = this.#decks
      .filter((deck) => deck instanceof Deck)
      .filter((deck) => deck.cue.module === cue.module);
    const playing = same.find((deck) => deck.cue.level === cue.level);
    if (playing) return playing;
    const phrase = same[0]?.phraseFrom(at).index ?? this.#joinedAt(score);
    const loudest = begin === 'phrase' ? this.#loudestFirst(at)[0] : undefined;
    // A recording keeps its own time: nothing can follow it, nor it anything.
    const leader = loudest instanceof Deck ? loudest : undefined;
    const overS = durationS;
    const led = leader && glideTo(leader, ownSpeed(score, cue), { at, overS }).others;
    const takesUp = leader?.chordAt(at);
    return this.#add({ cue, score, phrase, at, ...(led && { glide: led }), ...(takesUp && { takesUp }) });
  }

  /** Where a piece comes in: at its beginning, or where it left off, at the next return of its theme. */
  #joinedAt(score: Score): number {
    const index = this.#options.played.get(score.id) ?? 0;
    return score.themeFrom?.({ index, seed: this.#seedOf(score.id) }) ?? index;
  }

  #seedOf(module: string): number {
    return this.#options.seed ^ seedOf(module);
  }

  #resume({ cue, music, phrase, glide }: DeckSnapshot, at: number): Deck {
    const begin = { phrase: phrase.index, at: at + phrase.at, glide: { ...glide, at: at + glide.at } };
    return this.#add({ cue, score: music, ...begin });
  }

  #add(of: Omit<ConstructorParameters<typeof Deck>[1], 'seed' | 'bank' | 'outputs' | 'transposition'>): Deck {
    const { bank } = this.#options;
    const deck = new Deck(this.#context, {
      ...of,
      seed: this.#seedOf(of.cue.module),
      bank,
      transposition: this.#transposition,
      outputs: { dry: this.master, rooms: this.#rooms },
    });
    this.#decks.push(deck);
    return deck;
  }

  #trackDeckFor(track: Track, { to: cue }: CrossfadePlan, at: number): TrackDeck {
    const playing = this.#decks.find((deck) => deck.cue.module === cue.module);
    if (playing instanceof TrackDeck) return playing;
    return this.#addTrack({ cue, track, at });
  }

  #addTrack(of: ConstructorParameters<typeof TrackDeck>[1]): TrackDeck {
    const deck = new TrackDeck(this.#context, of);
    deck.fade.connect(this.master);
    this.#decks.push(deck);
    return deck;
  }

  /** Lets go of decks that would not be heard at `at`, and of the quietest where there are too many. */
  #dropUnheard(at: number): void {
    const loud = this.#loudestFirst(at);
    for (const deck of loud.filter((it) => it.gainAt(at) === 0)) this.#remove(deck);
    for (const deck of loud.slice(MOST_DECKS - 1)) {
      const now = this.#context.currentTime + LEAD_S;
      deck.fade.gain.cancelAndHoldAtTime(now).linearRampToValueAtTime(0, now + MAKE_ROOM_S);
      this.#decks = this.#decks.filter((it) => it !== deck);
      this.#context.setTimeout(() => deck.dispose(), LEAD_S + 2 * MAKE_ROOM_S);
    }
  }

  #loudestFirst(at: number): AnyDeck[] {
    return [...this.#decks].sort((a, b) => b.gainAt(at) - a.gainAt(at));
  }

  #remove(deck: AnyDeck): void {
    this.#decks = this.#decks.filter((it) => it !== deck);
    this.#options.played.set(deck.cue.module, deck.phraseFrom(this.#context.currentTime).index);
    deck.dispose();
  }
}

/**
 * One glide from the tempo of a deck that leaves to the one that is wanted, as each of the two counts it: both keep
 * step while they sound together, beat for beat or two to one or three to two.
 */
function glideTo(
  leaving: Deck,
  wanted: number,
  when: Pick<Glide, 'at' | 'overS'>,
): { readonly own: Glide; readonly others: Glide } {
  const from = leaving.speedAt(when.at);
  const ratio = ratioOf(from, wanted);
  return { own: { ...when, from, to: wanted / ratio }, others: { ...when, from: from * ratio, to: wanted } };
}
