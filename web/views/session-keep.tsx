import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { after } from '../text/screens.ts';
import type { PastViewModel } from '../view-models/past-view-model.ts';

/** What can be done with a session that is over: take its log along, or delete it. */
export function SessionKeep({ past, id }: { past: PastViewModel; id: string }) {
  const [, go] = useLocation();
  const [sure, setSure] = useState(false);
  return (
    <section className="keep">
      <div className="actions">
        <Button component={Link} href="/">
          {after.home}
        </Button>
        <Button
          variant="default"
          onClick={() => void past.log(id).then((log) => saveFile(`attune-${id}.ndjson`, log))}
        >
          {after.export}
        </Button>
        {!sure && (
          <Button variant="subtle" onClick={() => setSure(true)}>
            {after.delete}
          </Button>
        )}
      </div>
      <p className="hint">{after.exportHint}</p>
      {sure && (
        <div className="notice" role="alertdialog" aria-label={after.delete}>
          <p>{after.deleteSure}</p>
          <div className="actions">
            <Button variant="default" autoFocus onClick={() => setSure(false)}>
              {after.deleteNo}
            </Button>
            <Button variant="outline" onClick={() => void past.remove(id).then(() => go('/'))}>
              {after.deleteYes}
            </Button>
          </div>
        </div>
      )}
    </section>
  );
}

function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/x-ndjson' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
