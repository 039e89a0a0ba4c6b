import { Button, FileButton } from '@mantine/core';
import { useState } from 'react';
import type { Behavior } from '../../kit/behavior.ts';
import { DeleteWithCare } from '../../kit/delete-with-care.tsx';
import { HomeLink } from '../../kit/home-link.tsx';
import { chooseLanguage, language, LANGUAGES, type Language } from '../../kit/language.ts';
import { useBehavior } from '../../kit/use-behavior.ts';
import './settings.css';
import type { SettingsViewModel, Work } from './settings-view-model.ts';
import { destruction, languageNames, parcel, settings as words } from './words.ts';

interface SettingsProps {
  readonly settings: SettingsViewModel;
  readonly inSession$: Behavior<boolean>;
}

/** The language, and all that is kept of the person. */
export function SettingsScreen({ settings, inSession$ }: SettingsProps) {
  const inSession = useBehavior(inSession$);
  const work = useBehavior(settings.work$);
  const held = inSession || 'share' in work;
  return (
    <div className="narrow">
      <h1 tabIndex={-1}>{words.title}</h1>
      {inSession && <p className="notice">{words.afterSession}</p>}
      <LanguageChoice held={inSession} />
      <section className="panel" aria-labelledby="parcel-title">
        <h2 id="parcel-title">{parcel.title}</h2>
        <p className="hint">{parcel.lead}</p>
        <Kinds settings={settings} />
        <div className="actions">
          <Button disabled={held} onClick={() => void settings.take()}>
            {parcel.take}
          </Button>
          <FileButton accept=".zip" onChange={(file) => file && void settings.put(file)}>
            {({ onClick }) => (
              <Button variant="default" disabled={held} onClick={onClick}>
                {parcel.in}
              </Button>
            )}
          </FileButton>
        </div>
        <p className="hint">{parcel.inHint}</p>
        <Outcome work={work} of={['taking', 'putting', 'taken', 'put', 'no-parcel']} />
      </section>
      <section className="panel" aria-labelledby="destruction-title">
        <h2 id="destruction-title">{destruction.title}</h2>
        <p className="hint">{destruction.lead}</p>
        {!held && <DeleteWithCare words={destruction} onDelete={() => void settings.destroy()} />}
        <Outcome work={work} of={['destroying', 'destroyed']} />
        {work.at === 'destroyed' && (
          <Button variant="default" onClick={() => location.replace('./')}>
            {destruction.today}
          </Button>
        )}
      </section>
      <div className="actions">
        <HomeLink />
      </div>
    </div>
  );
}

/** Each language by its own name. */
function LanguageChoice({ held }: { readonly held: boolean }) {
  const [refused, setRefused] = useState(false);
  const choose = (chosen: Language): void => {
    if (chosen === language) return;
    if (chooseLanguage(chosen)) location.reload();
    else setRefused(true);
  };
  return (
    <fieldset className="question languages" disabled={held}>
      <legend>{words.language}</legend>
      <div className="languages-list">
        {LANGUAGES.map((one) => (
          <label key={one} className="languages-one" lang={one}>
            <input type="radio" name="language" checked={one === language} onChange={() => choose(one)} />
            {languageNames[one]}
          </label>
        ))}
      </div>
      <p className="hint" role="status">
        {refused ? words.notKept : words.languageHint}
      </p>
    </fieldset>
  );
}

const Kinds = ({ settings }: Pick<SettingsProps, 'settings'>) => (
  <details className="details">
    <summary>{destruction.kinds}</summary>
    <ul className="points">
      {settings.kinds.map(({ folder, title }) => (
        <li key={folder}>{title}</li>
      ))}
    </ul>
  </details>
);

interface OutcomeProps {
  readonly work: Work;
  /** What is told here. */
  readonly of: readonly Work['at'][];
}

/** How far it is, then what came of it. */
function Outcome({ work, of }: OutcomeProps) {
  const destroys = of.includes('destroying');
  const mine = work.at === 'failed' ? (work.doing === 'destroy') === destroys : of.includes(work.at);
  return (
    <div role="status" className="outcome">
      {mine && 'share' in work && <progress value={work.share} aria-label={sentenceOf(work)} />}
      {mine && work.at !== 'idle' && <p>{sentenceOf(work)}</p>}
    </div>
  );
}

function sentenceOf(work: Work): string {
  switch (work.at) {
    case 'idle':
      return '';
    case 'taking':
      return parcel.taking;
    case 'putting':
      return parcel.putting;
    case 'destroying':
      return destruction.deleting;
    case 'taken':
      return parcel.taken;
    case 'put':
      return [parcel.put(work.kinds), ...(work.other.length > 0 ? [parcel.other(work.other)] : [])].join(' ');
    case 'no-parcel':
      return parcel.noParcel;
    case 'destroyed':
      return work.pending > 0 ? destruction.pending(work.pending) : destruction.done;
    case 'failed': {
      const said = { take: parcel.notTaken, put: parcel.notPut, destroy: destruction.failed };
      return said[work.doing](work.kind, work.why);
    }
  }
}
