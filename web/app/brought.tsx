import { Suspense, type ComponentType } from 'react';
import { ErrorBoundary } from '../kit/error-boundary.tsx';

/** What features brought. One that breaks, or whose code does not come, leaves its place empty; none waits for another. */
export const Brought = ({ parts }: { parts: readonly ComponentType[] }) =>
  parts.map((One, i) => (
    <ErrorBoundary key={i} instead={null}>
      <Suspense fallback={null}>
        <One />
      </Suspense>
    </ErrorBoundary>
  ));
