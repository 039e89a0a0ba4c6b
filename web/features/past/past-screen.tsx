import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { SessionPicture } from '../../session/session-picture.ts';
import { keep, whenText } from './words.ts';
import { always } from '../../kit/words.ts';
import type { App } from '../../app/app-parts.ts';
import { SessionKeep } from './session-keep.tsx';
import { SessionPictureView } from '../../session/session-picture-view.tsx';

/** A session of the past. */
export function PastScreen({ app, id }: { app: App; id: string }) {
  const [picture, setPicture] = useState<SessionPicture | 'missing'>();
  useEffect(() => {
    let wanted = true;
    void app.past.picture(id).then((found) => wanted && setPicture(found ?? 'missing'));
    return () => {
      wanted = false;
    };
  }, [app, id]);
  if (picture === undefined) return <h1 tabIndex={-1}>…</h1>;
  if (picture === 'missing') {
    return (
      <div className="narrow">
        <h1 tabIndex={-1}>{keep.missing}</h1>
        <Button component={Link} href="/">
          {always.today}
        </Button>
      </div>
    );
  }
  return (
    <div className="narrow after">
      <h1 tabIndex={-1}>{whenText(picture.startMs)}</h1>
      <SessionPictureView picture={picture} />
      <SessionKeep past={app.past} id={id} />
    </div>
  );
}
