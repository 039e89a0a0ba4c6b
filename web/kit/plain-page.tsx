import { cameSafely } from './secure-only.ts';
import { plainPage } from './words.ts';

/** Says what the browser keeps from a page that came over plain http, and why; nothing on any other page. */
export const PlainPage = () =>
  cameSafely() ? null : (
    <p className="notice" role="note" data-testid="plain-page">
      {plainPage}
    </p>
  );
