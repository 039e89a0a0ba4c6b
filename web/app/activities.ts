import { epochClock } from '../../devices/index.ts';
import { activityHost, type ActivityHost, type HostPorts } from '../activities/activity-host.ts';
import { ACTIVITIES } from '../activities/index.ts';

/** The activities of this app, over its sessions. */
export const appActivities = (ports: Pick<HostPorts, 'sessions' | 'source'>): ActivityHost =>
  activityHost({ ...ports, list: ACTIVITIES, clock: epochClock });
