import type { ReactNode } from 'react';
import { Link } from 'wouter';
import './craving.css';
import { forecastText, learning as words } from './words.ts';
import { useBehavior } from '../../kit/use-behavior.ts';
import type { SessionViewModel } from '../../session/session-view-model.ts';

interface CravingForecastProps {
  readonly session: SessionViewModel;
  readonly heading: string;
  /** Stands under the words. */
  readonly children?: ReactNode;
}

/** What the forecast says now; nothing without consent. */
export function CravingForecast({ session, heading, children }: CravingForecastProps) {
  const { forecast } = useBehavior(session.state$);
  if (!forecast) return null;
  return (
    <section>
      <h3>{heading}</h3>
      <p className="figures" data-testid="forecast">
        {forecastText(forecast)}
      </p>
      {children}
    </section>
  );
}

/** In "Look closer": the forecast, and the way to what it rests on. */
export const ForecastDetail = ({ session }: { session: SessionViewModel }) => (
  <CravingForecast session={session} heading={words.forecast}>
    <p>
      <Link href="/learning">{words.about}</Link>
    </p>
  </CravingForecast>
);
