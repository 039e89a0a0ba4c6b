import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { always } from '../../kit/words.ts';
import { keep } from './words.ts';
import type { InSession } from '../../session/slots.ts';
import './past.css';
import type { PastViewModel } from './past-view-model.ts';
import { DeleteWithCare } from '../../kit/delete-with-care.tsx';
import { useLeaving } from '../../kit/leaving.ts';
import { saveFile } from '../../kit/save-file.ts';

/** What can be done with a session that is over: take its log along, or delete it. */
export function SessionKeep({ past, id }: { past: PastViewModel; id: string }) {
  const leaving = useLeaving();
  const save = async (): Promise<void> =>
    saveFile(`attune-${id}.ndjson`, await past.log(id), 'application/x-ndjson');
  return (
    <section className="keep">
      <div className="actions">
        <Button component={Link} href="/">
          {always.today}
        </Button>
        <Button variant="default" onClick={() => void save()}>
          {keep.export}
        </Button>
        <DeleteWithCare
          words={keep}
          onDelete={() => {
            const leave = leaving();
            void past.remove(id).then(() => leave('/'));
          }}
        />
      </div>
      <p className="hint">{keep.exportHint}</p>
    </section>
  );
}

/** The same for the session that has just ended. */
export const KeepAfter = ({ past, session }: InSession & { past: PastViewModel }) => (
  <SessionKeep past={past} id={session.id} />
);
