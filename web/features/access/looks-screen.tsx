import { Button } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import type { AccessLogLine } from '../../../server/contract/index.ts';
import { dayText } from '../../kit/numbers.ts';
import type { AccessApi } from './access-api.ts';
import { LookLine, nameOf } from './look-line.tsx';
import { chosen, csvOf, daysOf, KINDS, type Choice, type Kind } from './looks.ts';
import { kinds, looks as words, ways } from './words.ts';

interface Lines {
  /** Absent: the first are on their way, or did not come. */
  readonly lines: readonly AccessLogLine[] | undefined;
  /** Where older ones begin; absent: there are none. */
  readonly next: string | undefined;
  readonly failed: boolean;
  /** Fetches the first, or those from a line on. */
  readonly load: (before?: string) => Promise<void>;
}

function useLines(api: AccessApi): Lines {
  const [lines, setLines] = useState<readonly AccessLogLine[]>();
  const [next, setNext] = useState<string>();
  const [failed, setFailed] = useState(false);
  const load = useCallback(
    async (before?: string): Promise<void> => {
      const page = await api.lines(before);
      setFailed(!page);
      if (!page) return;
      setLines((known) => (before === undefined ? page.lines : [...(known ?? []), ...page.lines]));
      setNext(page.next);
    },
    [api],
  );
  useEffect(() => {
    // eslint-disable-next-line react-hooks/set-state-in-effect -- it is set once the answer is there
    void load();
  }, [load]);
  return { lines, next, failed, load };
}

/** Who saw or changed the person's things. */
export function LooksScreen({ api }: { readonly api: AccessApi }) {
  const { lines, next, failed, load } = useLines(api);
  const [choice, setChoice] = useState<Choice>({});
  const found = chosen(lines ?? [], choice);
  return (
    <div className="narrow">
      <h1 tabIndex={-1}>{ways.looks}</h1>
      <p className="lead">{words.lead}</p>
      {lines?.length === 0 && <p>{words.none}</p>}
      {lines && lines.length > 0 && (
        <>
          <Choices lines={lines} choice={choice} onChoose={setChoice} />
          {found.length === 0 && <p>{words.noneChosen}</p>}
        </>
      )}
      {daysOf(found).map((day) => (
        <section className="panel" key={day.lines[0]!.id} aria-label={dayText(day.atMs)}>
          <h2>{dayText(day.atMs)}</h2>
          <ul className="lines">
            {day.lines.map((line) => (
              <LookLine key={line.id} line={line} />
            ))}
          </ul>
        </section>
      ))}
      <p role="alert">{failed ? words.wrong : ''}</p>
      <div className="actions">
        {failed && <Button onClick={() => void load(lines ? next : undefined)}>{words.again}</Button>}
        {!failed && next !== undefined && (
          <Button variant="default" onClick={() => void load(next)}>
            {words.more}
          </Button>
        )}
        {found.length > 0 && (
          <Button
            variant="subtle"
            component="a"
            download="who-looked.csv"
            href={`data:text/csv;charset=utf-8,${encodeURIComponent(csvOf(found))}`}
            title={words.saveHint}
          >
            {words.save}
          </Button>
        )}
      </div>
    </div>
  );
}

interface ChoicesProps {
  readonly lines: readonly AccessLogLine[];
  readonly choice: Choice;
  readonly onChoose: (choice: Choice) => void;
}

function Choices({ lines, choice: { account, kind }, onChoose }: ChoicesProps) {
  const people = new Map(lines.map((line) => [line.account, nameOf(line)]));
  return (
    <div className="actions">
      <label className="field access-choice">
        <span>{words.person}</span>
        <select
          value={account ?? ''}
          onChange={({ target: { value } }) =>
            onChoose({ ...(value !== '' && { account: value }), ...(kind && { kind }) })
          }
        >
          <option value="">{words.all}</option>
          {[...people].map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="field access-choice">
        <span>{words.kind}</span>
        <select
          value={kind ?? ''}
          onChange={({ target: { value } }) =>
            onChoose({
              ...(account !== undefined && { account }),
              ...(value !== '' && { kind: value as Kind }),
            })
          }
        >
          <option value="">{words.all}</option>
          {KINDS.map((it) => (
            <option key={it} value={it}>
              {kinds[it]}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
