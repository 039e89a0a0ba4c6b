import { Dexie, type DexieOptions, type Table } from 'dexie';
import {
  cravingRecord,
  DEFAULT_QUIET,
  type AskedPrompt,
  type CravingLabel,
  type QuietHours,
} from '../../../engine/index.ts';

/** What this browser keeps for craving, tier 1. */
export interface CravingKept {
  /** The person wants it. */
  readonly on: boolean;
  readonly quiet: QuietHours;
  readonly labels: readonly CravingLabel[];
  readonly asked: readonly AskedPrompt[];
}

/** The event that it came from: the same event kept twice is one line. */
interface Line {
  readonly session: string;
  readonly seq: number;
}

interface Wish {
  readonly key: 'wish';
  readonly on: boolean;
  readonly quiet: QuietHours;
}

const NO_WISH: Wish = { key: 'wish', on: false, quiet: DEFAULT_QUIET };

/** A database of its own, apart from the sessions: deleting sessions leaves it alone, and the other way round. */
export class CravingDatabase extends Dexie {
  readonly labels!: Table<Line & { readonly label: CravingLabel }, [string, number]>;
  readonly prompts!: Table<Line & { readonly prompt: AskedPrompt }, [string, number]>;
  readonly wishes!: Table<Wish, 'wish'>;

  constructor(name = 'attune-craving', options?: DexieOptions) {
    super(name, options);
    this.version(1).stores({ labels: '[session+seq]', prompts: '[session+seq]', wishes: 'key' });
  }

  async kept(): Promise<CravingKept> {
    const [{ on, quiet }, labels, prompts] = await this.transaction(
      'r',
      [this.wishes, this.labels, this.prompts],
      async () => [await this.wish(), await this.labels.toArray(), await this.prompts.toArray()] as const,
    );
    return {
      on,
      quiet,
      labels: labels.flatMap(({ label }) => wellFormed(label)).sort((a, b) => a.atMs - b.atMs),
      asked: prompts.map(({ prompt }) => prompt),
    };
  }

  /** Changes what the person wants. */
  async want(change: Partial<Pick<Wish, 'on' | 'quiet'>>): Promise<void> {
    await this.transaction('rw', this.wishes, async () => {
      await this.wishes.put({ ...(await this.wish()), ...change });
    });
  }

  /** Keeps a label, unless the person has changed their mind since the session began. */
  async addLabel(line: Line, label: CravingLabel): Promise<void> {
    await this.whileWanted(() => this.labels.put({ ...line, label }));
  }

  async addPrompt(line: Line, prompt: AskedPrompt): Promise<void> {
    await this.whileWanted(() => this.prompts.put({ ...line, prompt }));
  }

  /** Deletes every answer and every prompt; what the person wants stays. */
  async clear(): Promise<void> {
    await this.transaction('rw', this.labels, this.prompts, async () => {
      await this.labels.clear();
      await this.prompts.clear();
    });
  }

  private async wish(): Promise<Wish> {
    return (await this.wishes.get('wish')) ?? NO_WISH;
  }

  /** One transaction: no other tab's change of mind comes in between. */
  private async whileWanted(write: () => PromiseLike<unknown>): Promise<void> {
    await this.transaction('rw', [this.wishes, this.labels, this.prompts], async () => {
      if ((await this.wish()).on) await write();
    });
  }
}

/** Nothing of another version or of a damaged store reaches the engine. */
function wellFormed(label: unknown): readonly CravingLabel[] {
  const record = cravingRecord({ version: 1, labels: [label] });
  return record.ok ? record.value.labels : [];
}
