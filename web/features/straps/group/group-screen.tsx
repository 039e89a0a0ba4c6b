import { Button } from '@mantine/core';
import { useId } from 'react';
import { Link } from 'wouter';
import { nameOf, sensorErrors } from '../../../session/words/sensor.ts';
import { strapState } from '../words.ts';
import './group.css';
import { group as words } from './words.ts';
import { useBehavior } from '../../../kit/use-behavior.ts';
import type { GroupTrouble, GroupViewModel, Member } from './group-view-model.ts';
import { StrapBadge } from '../strap-badge.tsx';

/** Several straps in one page, each with its own colour and name. */
export function GroupScreen({ group }: { group: GroupViewModel }) {
  const members = useBehavior(group.members$);
  const trouble = useBehavior(group.trouble$);
  return (
    <div className="group">
      <h1 tabIndex={-1}>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      {members.length === 0 && <p className="notice">{words.none}</p>}
      <ul className="group-members">
        {members.map((member) => (
          <MemberCard key={member.id} member={member} group={group} />
        ))}
      </ul>
      <Trouble trouble={trouble} />
      <div className="actions">
        <Button size="lg" onClick={() => void group.addStrap()}>
          {words.add}
        </Button>
        <Button size="lg" variant="default" onClick={() => group.addSimulated()}>
          {words.addSimulated}
        </Button>
        <Button size="lg" variant="subtle" component={Link} href="/">
          {words.home}
        </Button>
      </div>
    </div>
  );
}

function MemberCard({ member, group }: { member: Member; group: GroupViewModel }) {
  const now = useBehavior(member.now$);
  const field = useId();
  const beating = now.state === 'streaming' && now.bpm !== undefined && !now.off;
  return (
    <li className="member panel" data-colour={member.colour} data-testid="member">
      <div className="member-name">
        <label className="visually-hidden" htmlFor={field}>
          {words.name}
        </label>
        <input
          id={field}
          value={member.name}
          maxLength={40}
          onChange={(event) => group.rename(member.id, event.currentTarget.value)}
        />
        <Button
          variant="subtle"
          onClick={() => group.remove(member.id)}
          aria-label={words.removeOf(member.name)}
        >
          {words.remove}
        </Button>
      </div>
      <p className="member-rate">
        <span className="figures member-bpm" data-testid="member-bpm">
          {beating ? now.bpm : '–'}
        </span>{' '}
        <span className="hint">{beating ? words.bpm : strapState(now)}</span>
      </p>
      <p className="hint">{nameOf(now.name)}</p>
      <StrapBadge now={now} />
    </li>
  );
}

function Trouble({ trouble }: { trouble: GroupTrouble | undefined }) {
  if (trouble === undefined) return null;
  const said = trouble === 'already-here' ? { title: words.already, advice: '' } : sensorErrors[trouble];
  if (!said) return null;
  return (
    <p className="notice" role="alert">
      <strong>{said.title}</strong> {said.advice}
    </p>
  );
}
