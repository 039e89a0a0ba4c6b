import { readFileSync } from 'node:fs';
import {
  engineConfig,
  planFault,
  STUDY_ARMS,
  studyNaming,
  studyPolicy,
  yokedDoses,
  type DosingPolicy,
  type SessionStarted,
  type StudyPlan,
} from '../engine/index.ts';
import { BadInput } from './bad-input.ts';
import { noteRead } from './files-read.ts';
import { openFault } from './recording-file.ts';
import { sessionLog } from './session-log.ts';

/** @throws BadInput  it cannot be read, or is no plan */
export function studyPlanFile(path: string): StudyPlan {
  noteRead(path);
  let plan: StudyPlan;
  try {
    plan = Object(JSON.parse(readFileSync(path, 'utf8'))) as StudyPlan;
  } catch (cause) {
    if (cause instanceof SyntaxError) throw new BadInput(`${path}: this is not JSON`, { cause });
    throw new BadInput(`${path}: ${openFault(cause)}`, { cause });
  }
  const made = (plan.kind as string) === 'attune-study' && (plan.version as number) === 1;
  const fault = made ? planFault(plan) : 'this is no study plan; "attune study schedule --out" writes one';
  if (fault !== undefined) throw new BadInput(`${path}: ${fault}`);
  return plan;
}

export interface StudyPlace {
  readonly plan: string;
  readonly participant: number;
  readonly session: number;
  /** Log of the session whose doses a sham gives. */
  readonly donor?: string | undefined;
}

/** What a session's start says of its study. @throws BadInput  no such session or arm, or a sham without a donor */
export async function studyStart(place: StudyPlace): Promise<Pick<SessionStarted, 'study' | 'yoked'>> {
  const plan = studyPlanFile(place.plan);
  const study = named(plan, place);
  if (armPolicy(study.arm) === undefined)
    throw new BadInput(`${place.plan}: there is no arm "${study.arm}"; there are ${STUDY_ARMS.join(', ')}`);
  if (study.arm !== 'sham') return { study };
  if (place.donor === undefined)
    throw new BadInput(
      `session ${study.session} of participant ${study.participant} is a sham: --sham names the log`,
    );
  return { study, yoked: yokedDoses((await sessionLog(place.donor)).events) };
}

function named(plan: StudyPlan, { participant, session }: StudyPlace): NonNullable<SessionStarted['study']> {
  try {
    return studyNaming(plan, participant, session);
  } catch (cause) {
    if (cause instanceof RangeError) throw new BadInput(cause.message, { cause });
    throw cause;
  }
}

/** `undefined`: no arm that can be run from here. */
export function armPolicy(arm: string | undefined): DosingPolicy | undefined {
  const known = STUDY_ARMS.find((one) => one === arm);
  return known && studyPolicy(known, engineConfig());
}
