import { useLocation } from 'wouter';

/**
 * Leads on once something is done, unless the person has gone elsewhere meanwhile: call it where that begins, and what
 * it returns when it is done.
 */
export function useLeaving(): () => (to: string) => void {
  const [, go] = useLocation();
  return () => {
    const from = location.hash;
    return (to) => {
      if (location.hash === from) go(to);
    };
  };
}
