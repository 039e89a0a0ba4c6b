import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { BreakGlass } from '../../../server/contract/index.ts';
import type { Behavior } from '../../kit/behavior.ts';
import { momentText } from '../../kit/numbers.ts';
import { useBehavior } from '../../kit/use-behavior.ts';
import type { AccessApi } from './access-api.ts';
import './access.css';
import { glass as words, ways } from './words.ts';

interface NoticeProps {
  readonly api: AccessApi;
  readonly isClient$: Behavior<boolean>;
}

/** Each asking is a line of the log while one is open: seldom enough that the log stays legible. */
const ASK_EVERY_MS = 10 * 60_000;

/** Says to a client that somebody sees their things without consent, while that lasts. */
export function GlassNotice({ api, isClient$ }: NoticeProps) {
  const isClient = useBehavior(isClient$);
  const [open, setOpen] = useState<readonly BreakGlass[]>([]);
  useEffect(() => {
    if (!isClient) return;
    let left = false;
    const ask = async (): Promise<void> => {
      const all = await api.breakGlass();
      if (!left && all) setOpen(all.filter(({ untilMs }) => untilMs > Date.now()));
    };
    void ask();
    const timer = setInterval(() => void ask(), ASK_EVERY_MS);
    return () => {
      left = true;
      clearInterval(timer);
      setOpen([]);
    };
  }, [api, isClient]);
  return open.map(({ id, reason, untilMs }) => (
    <section key={id} className="panel access-glass" role="status">
      <p>{words.open(momentText(untilMs))}</p>
      <p>{words.reason(reason)}</p>
      <Link href="/who-looked">{ways.looks}</Link>
    </section>
  ));
}
