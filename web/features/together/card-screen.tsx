import { Button, Switch, Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { saveFile } from '../../kit/save-file.ts';
import { clipboard, sharing } from '../../kit/secure-only.ts';
import { card as words } from './card-words.ts';
import { drawCard, HEIGHT, WIDTH } from './draw-card.ts';
import { textOf, withOpenness, type Invitation } from './invitation.ts';
import './together.css';

/** An invitation as a picture and as text. It is in this page alone, and gone with it. */
export function CardScreen() {
  const [invitation, setInvitation] = useState<Invitation>({ to: '', from: '', text: words.invitation });
  const [open, setOpen] = useState(false);
  const picture = useRef<HTMLCanvasElement>(null);
  const change = (part: Partial<Invitation>): void => setInvitation({ ...invitation, ...part });
  return (
    <div className="together">
      <h1 tabIndex={-1}>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <div className="card-columns">
        <div className="card-form">
          <TextInput
            label={words.to}
            size="md"
            autoComplete="off"
            maxLength={60}
            value={invitation.to}
            onChange={(event) => change({ to: event.target.value })}
          />
          <TextInput
            label={words.from}
            size="md"
            autoComplete="off"
            maxLength={60}
            value={invitation.from}
            onChange={(event) => change({ from: event.target.value })}
          />
          <Textarea
            label={words.text}
            size="md"
            rows={7}
            maxLength={600}
            value={invitation.text}
            onChange={(event) => change({ text: event.target.value })}
          />
          <Switch
            size="md"
            label={words.honest}
            description={words.honestHint}
            checked={open}
            onChange={({ target }) => {
              setOpen(target.checked);
              change({ text: withOpenness(invitation.text, target.checked) });
            }}
          />
        </div>
        <div className="card-side">
          <Picture invitation={invitation} canvas={picture} />
          <Sending invitation={invitation} canvas={picture} />
        </div>
      </div>
    </div>
  );
}

interface PictureProps {
  readonly invitation: Invitation;
  readonly canvas: RefObject<HTMLCanvasElement | null>;
}

function Picture({ invitation, canvas }: PictureProps) {
  useEffect(() => {
    let isGone = false;
    const draw = (): void => {
      const context = canvas.current?.getContext('2d');
      if (context && !isGone) drawCard(context, invitation);
    };
    draw();
    // The letters may still be on their way.
    void document.fonts.load('48px "Source Serif 4"').then(draw, () => undefined);
    return () => void (isGone = true);
  }, [invitation, canvas]);
  return (
    <canvas
      ref={canvas}
      className="card-picture"
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={`${words.preview}: ${textOf(invitation)}`}
    />
  );
}

function Sending({ invitation, canvas }: PictureProps) {
  const [said, setSaid] = useState('');
  const text = textOf(invitation);
  const share = sharing();
  const png = async (): Promise<Blob> =>
    new Promise((done, fail) => {
      const made = (blob: Blob | null): void => (blob ? done(blob) : fail(new Error('no picture')));
      if (canvas.current) canvas.current.toBlob(made, 'image/png');
      else made(null);
    });
  const send = async (): Promise<void> => {
    const picture = new File([await png()], words.fileName, { type: 'image/png' });
    const whole = { files: [picture], text };
    await share?.share(share.canShare(whole) ? whole : { text });
  };
  const keep = async (): Promise<void> =>
    saveFile(words.fileName, new Uint8Array(await (await png()).arrayBuffer()), 'image/png');
  const copy = async (): Promise<void> => {
    const board = clipboard();
    if (!board) throw new Error('no clipboard');
    await board.writeText(text);
  };
  const say = (doing: Promise<void>, done: string, failed: string): void =>
    void doing.then(
      () => setSaid(done),
      () => setSaid(failed),
    );
  return (
    <>
      <div className="actions">
        {share && <Button onClick={() => say(send(), words.shared, words.notShared)}>{words.share}</Button>}
        <Button variant="default" onClick={() => say(keep(), '', words.notShared)}>
          {words.picture}
        </Button>
        <Button variant="default" onClick={() => say(copy(), words.copied, words.notCopied)}>
          {words.copy}
        </Button>
      </div>
      <p role="status">{said}</p>
    </>
  );
}
