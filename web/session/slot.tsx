import type { ComponentType } from 'react';
import { ErrorBoundary } from '../kit/error-boundary.tsx';
import type { SessionViewModel } from './session-view-model.ts';
import type { InSession } from './slots.ts';

interface SlotProps {
  readonly parts: readonly ComponentType<InSession>[];
  readonly session: SessionViewModel;
}

/** What features put in one place. A part that breaks is gone; everything around it stays. */
export const Slot = ({ parts, session }: SlotProps) =>
  parts.map((Brought, i) => (
    <ErrorBoundary key={i} instead={null}>
      <Brought session={session} />
    </ErrorBoundary>
  ));
