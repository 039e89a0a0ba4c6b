import { encode } from 'uqr';
import './qr-code.css';

/** White around it, in modules, as ISO/IEC 18004 asks for. */
const QUIET = 4;

/** A QR code, drawn here: what is in it goes to nobody. Black on white in dark pages too, as readers need it. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { data, size } = encode(text, { border: 0, ecc: 'M' });
  const whole = size + 2 * QUIET;
  const path = data
    .flatMap((row, y) => row.map((on, x) => (on ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : '')))
    .join('');
  return (
    <svg className="qr-code" viewBox={`0 0 ${whole} ${whole}`} role="img" aria-label={label}>
      <rect width={whole} height={whole} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
