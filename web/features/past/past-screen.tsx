import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { SessionPicture } from '../../session/session-picture.ts';
import { keep } from './words.ts';
import { momentText } from '../../kit/numbers.ts';
import { always } from '../../kit/words.ts';
import { Unread } from '../../kit/unread.tsx';
import type { RouteParams } from '../../session/feature.ts';
import './past.css';
import type { PastViewModel } from './past-view-model.ts';
import { SessionKeep } from './session-keep.tsx';
import { SessionPictureView } from '../../session/session-picture-view.tsx';

/** A session of the past. */
export function PastScreen({ past, params: { id = '' } }: { past: PastViewModel; params: RouteParams }) {
  const [picture, setPicture] = useState<SessionPicture | 'missing' | 'unavailable'>();
  useEffect(() => {
    let wanted = true;
    past.picture(id).then(
      (found) => wanted && setPicture(found ?? 'missing'),
      () => wanted && setPicture('unavailable'),
    );
    return () => {
      wanted = false;
    };
  }, [past, id]);
  if (picture === undefined) return <h1 tabIndex={-1}>…</h1>;
  if (picture === 'missing' || picture === 'unavailable') {
    return (
      <div className="narrow">
        <h1 tabIndex={-1}>{picture === 'missing' ? keep.missing : keep.title}</h1>
        {picture === 'unavailable' && <Unread state="unavailable" />}
        <Button component={Link} href="/">
          {always.today}
        </Button>
      </div>
    );
  }
  return (
    <div className="narrow after">
      <h1 tabIndex={-1}>{momentText(picture.startMs)}</h1>
      <SessionPictureView picture={picture} />
      <SessionKeep past={past} id={id} />
    </div>
  );
}
